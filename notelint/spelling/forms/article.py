"""Articles that lost or gained a letter: `um consulta`, `uma banco de dados`.

Only nouns of which the gender is sure: by an ending that has one gender, or by name. Words that English lends
(`um build`, `uma build`) have the gender that their writer gives them.
"""

import re
from collections.abc import Iterator
from typing import cast

from notelint.note.prose import ENDS_OF_WORDS, Prose, ProseGroup, blocks_with_words
from notelint.spelling.kinds import WrongForm
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.suggest import in_case_of
from notelint.spelling.word_set import word_set

_ARTICLES = {"um": "uma", "uma": "um"}
_FEMININE = word_set("""
vida consulta série biblioteca estrutura ferramenta linguagem tabela lista pasta página chave rede instância
máquina coisa pessoa empresa área ideia maneira plataforma variável camada coluna tarefa técnica métrica senha
rota regra resposta pergunta mensagem cópia lógica análise aula janela célula entrada saída leitura chamada matriz
árvore fila pilha conexão sessão versão expressão dependência dúvida dica equipe etapa estratégia abordagem
prática característica propriedade palavra letra frase imagem nuvem fonte figura foto câmera placa peça porta
licença extensão permissão decisão conclusão dimensão revisão divisão visão
""")
_MASCULINE = word_set("""
problema sistema programa projeto método objeto código arquivo banco servidor usuário teste exemplo modelo valor
tipo conjunto comando processo serviço recurso nome número dado campo texto erro módulo pacote evento bloco
laço vetor ambiente parâmetro atributo algoritmo livro curso vídeo botão ponto nó ano mês dia caminho resultado
diretório repositório documento formulário espaço passo grupo
""")
_FEMININE_ENDING = re.compile(r"[^\W\d_]{2,}(?:ção|dade|ência|ância|[gt]ura|eza|tude|ologia)\Z")
_MASCULINE_ENDING = re.compile(r"[^\W\d_]{2,}(?:mento|ismo|[ae]dor)\Z")
_OTHERWISE = word_set("coração caradura dinheiro")
"""Words that have another gender than their ending."""
_KEPT = ("articles that agree",)
_WHY = "o artigo concorda com o substantivo"


def wrong_articles_in(group: ProseGroup, lexicon: Lexicon) -> Iterator[tuple[Prose, WrongForm]]:
    """Each article of a note in Portuguese that has not the gender of its noun, with its block."""
    pairs = [
        f"{article} {noun}"
        for article, noun in _followed(group.small) - _agreeing(lexicon)
        if _right_article(article, noun, lexicon)
    ]
    if not pairs:
        return
    wrong = re.compile(rf"(?<![\w-])(?i:{'|'.join(sorted(pairs))})(?![\w-])")
    for number in blocks_with_words(group, pairs):
        prose = group.prose[number]
        for match in wrong.finditer(prose.text):
            article, _, noun = match[0].partition(" ")
            right = _right_article(article.lower(), noun, lexicon)
            if right:
                right = in_case_of(article, right)
                yield prose, WrongForm(match.start(), match.start() + len(article), right, _WHY)


def _followed(small: str) -> set[tuple[str, str]]:
    """The articles, each with the word behind it."""
    found = set()
    for article in _ARTICLES:
        called = f" {article} "
        at = small.find(called)
        while at >= 0:
            start = at + len(called)
            at = small.find(called, start - 1)
            found.add((article, small[start : small.find(" ", start)].rstrip(ENDS_OF_WORDS)))
    return found


def _agreeing(lexicon: Lexicon) -> set[tuple[str, str]]:
    """Articles with nouns that were found right, in this note or in others."""
    return cast(set[tuple[str, str]], lexicon.memory.setdefault(_KEPT, set()))


def _right_article(article: str, noun: str, lexicon: Lexicon) -> str | None:
    """The other article, where `noun` wants it."""
    if article == "um":
        wanted = noun in _FEMININE or _FEMININE_ENDING.match(noun)
    else:
        wanted = noun in _MASCULINE or _MASCULINE_ENDING.match(noun)
    if not wanted or noun in _OTHERWISE or not lexicon.at_home(noun):
        _agreeing(lexicon).add((article, noun))
        return None
    return _ARTICLES[article]

"""Words judged where they stand: accents by their neighbours, languages, names, shapes."""

import pytest

from tests.spelling.words import judged

WRONG = [
    ("A analise dos dados demora.", "analise", "análise"),
    ("Um treinamento especifico para vendas.", "especifico", "específico"),
    ("O publico alvo mudou.", "publico", "público"),
    ("Nao sei por onde comecar.", "Nao", "Não"),
    ("Depois de avalia-los, evolua o sistema.", "avalia-los", "avaliá-los"),
    ("É preciso construi-lo de novo.", "construi-lo", "construí-lo"),
    ("Vamos fazer-lo amanhã.", "fazer-lo", "fazê-lo"),
    ("Uma idéia antiga.", "idéia", "ideia"),
    ("O vôo atrasou.", "vôo", "voo"),
    ("A freqüência mudou.", "freqüência", "frequência"),
    ("O fine tunning demora.", "tunning", "tuning"),
    ("Com fine-tunning fica melhor.", "fine-tunning", "fine-tuning"),
    ("ML Reseacher:", "Reseacher", "Researcher"),
    ("Artificial General Inteligence", "Inteligence", "Intelligence"),
    ("A Universidade da Pensilvania publicou.", "Pensilvania", "Pensilvânia"),
    ("**Alucionação**: o modelo inventa.", "Alucionação", "Alucinação"),
    ("O préprocessamento é lento.", "préprocessamento", "pré-processamento"),
    ("Em outras palavas, funciona.", "palavas", "palavras"),
    ("Feche o aquivo antes.", "aquivo", "arquivo"),
    ("Toda regra tem excessões.", "excessões", "exceções"),
    ("Os modelos testão hipóteses.", "testão", "testam"),
    ("É necesário aguradar a aprovacão.", "aprovacão", "aprovação"),
]

WRONG += [  # one word of a name that is several
    ("O HealtCheck responde na porta 80.", "HealtCheck", "HealthCheck"),
    ("Escrito em JavaScrypt puro.", "JavaScrypt", "JavaScript"),
    ("Uma loja em WooCommeerce.", "WooCommeerce", "WooCommerce"),
    ("O MotorShiled fica por cima da placa.", "MotorShiled", "MotorShield"),
]

WRONG += [  # tools and terms that everybody knows
    ("Gere os embbedings e chame o optmizer.", "embbedings", "embeddings"),
    ("Gere os embbedings e chame o optmizer.", "optmizer", "optimizer"),
    ("Instale o Dcker na máquina.", "Dcker", "Docker"),
    ("Os dados ficam no MonogDB e no Redis.", "MonogDB", "MongoDB"),
    ("Um painel do grafna.", "grafna", "grafana"),
    ("Consultas no Elasticseach são rápidas.", "Elasticseach", "Elasticsearch"),
    ("O PostegreSQL guarda tudo.", "PostegreSQL", "PostgreSQL"),
]

WRONG += [  # endings
    ("As activitys guardam o estado.", "activitys", "activities"),
    ("Se nós embaralhasse-mos os pixels, nada mudaria.", "embaralhasse-mos", "embaralhássemos"),
    ("Aqui usa-mos o pacote.", "usa-mos", "usamos"),
    ("Algumas pessoas vêem o Kafka assim.", "vêem", "veem"),
    ("Uma RESTFull API em Python.", "RESTFull", "RESTful"),
]

WRONG += [  # capitals that make no acronym
    ("Aperte CRTL e a letra C.", "CRTL", "CTRL"),
    ("Aqui **NÂO** é preciso.", "NÂO", "NÃO"),
    ("Se você testa, vocÊ ganha.", "vocÊ", "você"),
    ("Emm 2013, a empresa abriu o código.", "Emm", "Em"),
    ("Depois clique no SEU DONÍNIO.", "DONÍNIO", "DOMÍNIO"),
    ("AULA DE OPERADORES ARITIMÉTICOS", "ARITIMÉTICOS", "ARITMÉTICOS"),
]

WRONG += [  # plurals, adjectives behind their noun, words that only a dictionary has
    ("Os valores deterministicos ficam na tabela.", "deterministicos", "determinísticos"),
    ("Trocamos os hadwares do rack.", "hadwares", "hardwares"),
    ("Foi a minha primeira experiência pratica, e gostei.", "pratica", "prática"),
    ("Funciona somete na rede local.", "somete", "somente"),
    ("O artigo descreve alterações conceituai do modelo.", "conceituai", "conceituais"),
    ("Há vários tipode servidor na rede.", "tipode", "tipo de"),
    ("Faça o Roolback do deploy.", "Roolback", "Rollback"),
]

WRONG += [  # plurals after words that say so, and futures without their accent
    ("Foi assistindo alguns videos que aprendi.", "videos", "vídeos"),
    ("Isso ira subir o servidor na porta 80.", "ira", "irá"),
    ("A anotação não conseguira alterar o nome do método.", "conseguira", "conseguirá"),
    ("A chave chegara no e-mail.", "chegara", "chegará"),
    ("Se você clicar, você mandara um request.", "mandara", "mandará"),
]

WRONG += [  # in the dictionary, and written by nobody
    ("Este é o comado que lista os pods.", "comado", "comando"),
    ("O scheduler e o kubelet processão a fila.", "processão", "processam"),
    ("Segue o padro da linguagem.", "padro", "padrão"),
    ("O agendamente dos jobs falhou.", "agendamente", "agendamento"),
    ("É o que voê precisa saber.", "voê", "você"),
    ("Foi o primero a responder.", "primero", "primeiro"),
    ("Abra o esyte pelo navegador da rede.", "esyte", "este"),
]

WRONG += [  # two slips of one kind, and words that hide in others
    ("A progresao aritmética e a discusao.", "progresao", "progressão"),
    ("O acesorio veio na caixa.", "acesorio", "acessório"),
    ("A árvore ficou desbalancada de novo.", "desbalancada", "desbalanceada"),
    ("A inferencia roda na borda.", "inferencia", "inferência"),
    ("Todo time padroiza os nomes.", "padroiza", "padroniza"),
    ("Faltou pouco ao temop de execução.", "temop", "tempo"),
    ("Veja os próximos pasos do projeto.", "pasos", "passos"),
    ("Um modelo autoregressivo e seus microserviços.", "autoregressivo", "autorregressivo"),
    ("Os microserviços falam por fila.", "microserviços", "microsserviços"),
    ("O autovaor dominante.", "autovaor", "autovalor"),
    ("Fizemos o rollbak da release.", "rollbak", "rollback"),
    ("O logrpotate gira os arquivos.", "logrpotate", "logrotate"),
]

WRONG += [  # endings, pronouns, mute consonants, words that only look made of others
    ("O pendrive ficou bootavel.", "bootavel", "bootável"),
    ("Leia as explicacaoes do curso.", "explicacaoes", "explicações"),
    ("As recomentacoes do time ajudam.", "recomentacoes", "recomendações"),
    ("Depois de ler o valor, vamos armazenalo.", "armazenalo", "armazená-lo"),
    ("O arquivo veio devolta.", "devolta", "de volta"),
    ("É preciso definí-lo antes.", "definí-lo", "defini-lo"),
    ("Agora vamos analizá-lo.", "analizá-lo", "analisá-lo"),
    ("A optimização do código é simples.", "optimização", "otimização"),
    ("Leia a secção anterior.", "secção", "seção"),
    ("O módulo mapea os dispositivos.", "mapea", "mapeia"),
    ("Queremos demonstar o uso.", "demonstar", "demonstra"),
    ("Quero vizualiizar os dados.", "vizualiizar", "visualizar"),
    ("O processo vai sem falhas no linux tambem. obrigado", "tambem", "também"),
    ("Iniciando a Analise dos dados.", "Analise", "Análise"),
    ("A classificação indicatitiva do filme.", "indicatitiva", "indicativa"),
    ("Escababilidade é uma característica do sistema.", "Escababilidade", "Escalabilidade"),
    ("Os padrões convencioneis do projeto.", "convencioneis", "convencionais"),
    ("A infra-estrutura é nova.", "infra-estrutura", "infraestrutura"),
    ("Use um super-herói e re-escreva o texto.", "re-escreva", "reescreva"),
    ("O recurso do Auzre caiu.", "Auzre", "Azure"),
    ("Os blocos não se mechem.", "mechem", "mexem"),
    ("A tabela que contem a chave.", "contem", "contém"),
    ("A coluna apenas faz referencia a outra.", "referencia", "referência"),
    ("Use o grupo para pedir auxilio.", "auxilio", "auxílio"),
    ("Pendencias que serão tratadas.", "Pendencias", "Pendências"),
]

WRONG += [  # common words run together, pronouns and titles glued on, accents too early, prefixes
    ("Depois vocêpode criar a fila.", "vocêpode", "você pode"),
    ("Use estafuncionalidade do framework.", "estafuncionalidade", "esta funcionalidade"),
    ("Agora faça ocommit do arquivo.", "ocommit", "o commit"),
    ("Escreva umastring na caixa.", "umastring", "uma string"),
    ("Lembrese de salvar.", "Lembrese", "Lembre-se"),
    ("Nesse caso, colaca-se zero no vetor.", "colaca-se", "coloca-se"),
    ("##Referencias do artigo", "Referencias", "Referências"),
    ("A tabela referênciadora muda.", "referênciadora", "referenciadora"),
    ("Tome um cafézinho comigo.", "cafézinho", "cafezinho"),
    ("O mesmo próposito de antes.", "próposito", "propósito"),
    ("O nome é auto-explicativo.", "auto-explicativo", "autoexplicativo"),
    ("Foi contra-intuitivo no começo.", "contra-intuitivo", "contraintuitivo"),
    ("As credencias ficam no arquivo.", "credencias", "credenciais"),
    ("Depois de acessa-lás, saia.", "acessa-lás", "acessá-las"),
    ("A escabilidade do serviço importa.", "escabilidade", "escalabilidade"),
    ("Não existe formula pronta para isso.", "formula", "fórmula"),
    ("algorítmo fr regressão bivliotrca skelearn apartir de uma fórmula", "apartir", "a partir"),
]

WRONG += [  # nouns made twice, words that only look made of others, verb forms that nobody uses
    ("A executação do script demora.", "executação", "execução"),
    ("As detectações falharam.", "detectações", "detecções"),
    ("Ele está dividinho a conta.", "dividinho", "dividindo"),
    ("Leia o endeço do servidor.", "endeço", "endereço"),
    ("Agora podemo rodar o teste.", "podemo", "podemos"),
    ("O sistema englobara vários temas.", "englobara", "englobará"),
    ("Use a função para associara os dados.", "associara", "associar"),
    ("Chame a função construtura da classe.", "construtura", "construtora"),
    ("Um dado georeferenciado no mapa.", "georeferenciado", "georreferenciado"),
    ("Uma ferramente muito boa.", "ferramente", "ferramenta"),
]

RIGHT = [
    "A staging area do Git, o radio button e a mensageria.",
    "Use o osquery, o escript e o debuild, com auto-scaling e multi-tenant.",
    "Os load testers estão cada vez melhores no mercado.",
    "Com franca hostilidade, ele respondeu em tera e giga.",
    "O servicoNFe chama o getUsr, o HikariCP, o PyMunk e o BalenaEtcher.",
    "No LinkedIn, no DuckDuckGo e no PostgreSQL com CloudFormation e HashiCorp.",
    "O OpenML, o Autocmd, o RecyclerView e os dockers da casa.",
    "NOTAS DE JEFFERSON E WEVERTON SOBRE CI",
    "O reino do Butão e o SGBD ficam em HTML.",
    "A busca precisa de log₂n passos para n² itens.",
    "É mentira: ele acabara de ler o que considera a regra.",
    "O micro-ondas e a inter-relação ficam, e a sub-rede também.",
    "Eu publico aqui o que auxilio.",
    "É um ambiente episódico, com recompensas.",
    "A pseudoclasse muda a cor.",
    "O pacto entre os módulos tem impacto na recepção.",
    "É preciso construí-lo, segui-lo e possuí-lo.",
    "O título da Academia Fabrica Ideias é esse.",
    "O Jean-Côme revisou a página trabalhando-com-erros-de-validacao.",
    "O pycode e o pyvotal leem a fila.",
    "Puxa os dados e instila o conteúdo cru no construtor.",
    "O firewalld, o hostnamectl e o containerd subiram.",
    "Está em data venia e ipso facto, mutatis mutandis.",
    "A ira do time passou, e alguns vídeos ficaram.",
    "Talvez baste um índice, e as camadas coesas ajudam.",
    "Escrito por Jim Meyering, Jim Kingdon e Fabio Akita.",
    "O ender. de hardware, o núm. da porta e a transm. do bloco.",
    "A imagem iso foi gravada, e o dbus e o nologin seguem.",
    "Analise os dados e publico depois.",
    "O sistema replica os dados para outra região.",
    "Quem pratica aprende, e isso influencia o resultado.",
    "As APIs, os LLMs e o BloombergGPT do iFood.",
    "Deployar, commitar, debugar e dockerizar na sexta.",
    "A tokenização, a comoditização e o fluxo agêntico.",
    "Dir-se-ia que usá-lo-ei, fi-lo, pô-los e dar-lhe-ia.",
    "Segundo Eloundou, Vaswani e Goodfellow, funciona.",
    "O artigo Attention Is All You Need mudou tudo.",
    "Como se diz, the quick brown fox jumps over the lazy dog.",
    "Ele citou: El perro corre muy rápido hacia nosotros mañana.",
    "Mande para fulano@exemplo.com e veja exemplo.com/pagina e /etc/paswd.",
    "O @fulano usou #semacento no :emoji_qualquer: ontem.",
    "Um disco de 512GB, 22°C, 1º lugar, 3ª edição, v1.2.3-rc1 e 10mil itens.",
    "A variável user_nme e o método getUsrName no arquivo sript.py.",
    "Copo d'água, Sant'Anna e rock'n'roll.",
    "O pré-treino e o pós-treino de microsserviços autoexplicativos.",
    "Multiprocessamento, hiperparâmetros e metadados pseudoaleatórios.",
    "Observabilidade, testabilidade e interoperabilidade.",
    "Os feedbacks, os linters e os chatbots.",
    "A fórmula é \\frac{x}{y} e a opção --no-cahe.",
]


@pytest.mark.parametrize(("text", "word", "right"), WRONG, ids=lambda value: value[:25])
def test_wrong(text: str, word: str, right: str) -> None:
    found = {one.word: one for one in judged(text)}
    assert word in found
    assert found[word].suggestions[0] == right
    assert text[found[word].start : found[word].end] == word


@pytest.mark.parametrize("text", RIGHT, ids=lambda value: value[:25])
def test_right(text: str) -> None:
    assert [(one.word, one.suggestions) for one in judged(text)] == []


def test_certain_are_accents_clitics_and_swaps_of_long_words_only() -> None:
    text = "É possivel avalia-los: o reultado e o sitema são prinicpais."
    certain = {one.word: one.certain for one in judged(text)}
    assert certain == {
        "possivel": True,
        "avalia-los": True,
        "reultado": False,
        "sitema": False,
        "prinicpais": True,
    }


def test_english_notes_are_judged_by_english_only() -> None:
    assert [one.word for one in judged("The enviroment is realy good.", "en")] == [
        "enviroment",
        "realy",
    ]
    assert not judged("We deploy the microservices with Kubernetes on AWS.", "en")
    assert [one.word for one in judged("A quick sugestion here.", "en")] == ["sugestion"]


def test_capitals_of_a_title_make_no_names() -> None:
    found = judged("Boas Praticas de Programação", kind="heading")
    assert [one.suggestions[:1] for one in found] == [("Práticas",)]
    assert not judged("Boas Práticas com Apache Kafka", kind="heading")


def test_accents_that_capitals_lack() -> None:
    found = judged("TITULO DA PAGINA", kind="heading")
    assert [(one.word, one.suggestions[0]) for one in found] == [
        ("TITULO", "TÍTULO"),
        ("PAGINA", "PÁGINA"),
    ]
    assert not judged("HTML E CSS NA IBM", kind="heading")


def test_portuguese_words_are_guests_in_english_notes() -> None:
    assert not judged("The word saudade and the prefeitura have no translation.", "en")


def test_a_slur_is_right_and_never_offered() -> None:
    assert [one.word for one in judged("Say arsehole twice.")] == []
    offered = [word for one in judged("O arsehoole não responde.") for word in one.suggestions]
    assert "arsehole" not in offered

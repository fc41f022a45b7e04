"""Forms of Portuguese verbs that follow from no other, and the endings by which the usual ones do."""

SUBJUNCTIVES = {
    "é": "seja", "está": "esteja", "tem": "tenha", "vem": "venha", "vai": "vá", "vê": "veja", "dá": "dê",
    "lê": "leia", "há": "haja", "põe": "ponha", "faz": "faça", "diz": "diga", "traz": "traga",
    "quer": "queira", "requer": "requeira", "pode": "possa", "sabe": "saiba", "cabe": "caiba",
    "perde": "perca", "pede": "peça", "mede": "meça", "impede": "impeça", "vale": "valha", "ouve": "ouça",
    "sai": "saia", "cai": "caia", "serve": "sirva", "segue": "siga", "consegue": "consiga",
    "prefere": "prefira", "insere": "insira", "repete": "repita", "interfere": "interfira",
    "sugere": "sugira", "investe": "invista", "dorme": "durma", "descobre": "descubra", "foge": "fuja",
    "sobe": "suba", "constrói": "construa", "destrói": "destrua", "contém": "contenha",
    "mantém": "mantenha", "obtém": "obtenha", "prevê": "preveja", "creem": "creiam", "odeia": "odeie",
    "são": "sejam", "estão": "estejam", "têm": "tenham", "vêm": "venham", "veem": "vejam",
    "dão": "deem", "leem": "leiam", "querem": "queiram", "podem": "possam", "sabem": "saibam",
    "perdem": "percam", "pedem": "peçam", "valem": "valham", "saem": "saiam", "caem": "caiam",
    "fazem": "façam", "dizem": "digam", "trazem": "tragam", "servem": "sirvam", "seguem": "sigam",
    "conseguem": "consigam", "preferem": "prefiram", "descobrem": "descubram",
    "somos": "sejamos", "estamos": "estejamos", "temos": "tenhamos", "fazemos": "façamos",
    "queremos": "queiramos", "podemos": "possamos", "sabemos": "saibamos", "vemos": "vejamos",
    "conseguimos": "consigamos", "seguimos": "sigamos", "perdemos": "percamos", "queria": "queira",
    "queriam": "queiram", "sou": "seja", "tenho": "tenha", "quero": "queira", "posso": "possa",
    "faço": "faça", "consigo": "consiga", "preciso": "precise", "vou": "vá", "prefiro": "prefira",
}  # fmt: skip
"""The present subjunctive of verbs that do not make it from the form of its own person."""
FINITES = {
    "ser": "é", "estar": "está", "ter": "tem", "ver": "vê", "ler": "lê", "dar": "dá", "ir": "vai",
    "vir": "vem", "fazer": "faz", "dizer": "diz", "trazer": "traz", "querer": "quer", "haver": "há",
    "pôr": "põe", "construir": "constrói", "destruir": "destrói", "prever": "prevê", "subir": "sobe",
    "seguir": "segue", "conseguir": "consegue", "servir": "serve", "prosseguir": "prossegue",
    "descobrir": "descobre", "cobrir": "cobre", "dormir": "dorme", "fugir": "foge", "odiar": "odeia",
    "rever": "revê", "requerer": "requer", "prover": "provê", "preferir": "prefere",
}  # fmt: skip
FUTURES = {
    "ser": "for", "ter": "tiver", "estar": "estiver", "fazer": "fizer", "poder": "puder", "querer": "quiser",
    "ver": "vir", "dar": "der", "dizer": "disser", "saber": "souber", "trazer": "trouxer", "pôr": "puser",
    "manter": "mantiver", "obter": "obtiver", "conter": "contiver", "rever": "revir", "refazer": "refizer",
    "propor": "propuser", "haver": "houver", "caber": "couber", "terem": "tiverem", "serem": "forem",
    "estarem": "estiverem", "fazerem": "fizerem", "poderem": "puderem", "quererem": "quiserem",
    "verem": "virem", "darem": "derem", "saberem": "souberem", "termos": "tivermos", "sermos": "formos",
    "estarmos": "estivermos", "fazermos": "fizermos", "podermos": "pudermos", "querermos": "quisermos",
    "vermos": "virmos", "dizermos": "dissermos", "trazermos": "trouxermos", "sabermos": "soubermos",
}  # fmt: skip
"""The future of the subjunctive by the infinitive, where they are not the same."""
FINITE_ENDINGS = (
    ("duzir", "duz"), ("quirir", "quire"), ("guir", "gue"), ("uir", "ui"), ("air", "ai"), ("ear", "eia"),
    ("oer", "ói"), ("fazer", "faz"), ("dizer", "diz"), ("meter", "mete"),
    ("verter", "verte"), ("ter", "tém"), ("ar", "a"), ("er", "e"), ("ir", "e"),
)  # fmt: skip
PERFECT_ENDINGS = (("car", "quei"), ("gar", "guei"), ("çar", "cei"), ("air", "aí"), ("uir", "uí"),
                    ("ar", "ei"), ("er", "i"), ("ir", "i"))  # fmt: skip
PARTICIPLES = (
    ("screver", "scrito"),
    ("abrir", "aberto"),
    ("cobrir", "coberto"),
    ("fazer", "feito"),
)

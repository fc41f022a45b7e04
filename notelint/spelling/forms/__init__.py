"""Words that are right in another place: verbs in the form of another person, tense or mood, `e` for `é`. What
stands around them tells, by rules of Portuguese grammar."""

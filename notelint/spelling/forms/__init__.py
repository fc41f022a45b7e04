"""Verbs that are right words in the form of another place: another person, tense or mood. What stands around them
tells, by rules of Portuguese grammar."""

"""Grammar by LanguageTool: a server found or started, each paragraph asked about once."""

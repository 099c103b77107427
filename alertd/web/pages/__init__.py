"""The console's pages, one module a subject; every handler reads, asks the workflow, and renders or redirects."""

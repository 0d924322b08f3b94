"""The chain that the tool guards: obligation → commitment → routine, guidance, evidence → follow-up → report.

Pure: it only walks a corpus. A link that leads nowhere, or that should be there and is not, is a node that says so.
"""

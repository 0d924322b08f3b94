"""The chain that the tool guards: obligation → commitment → routine, guidance, evidence → follow-up → report.

Pure: it only walks a corpus. A link that leads nowhere, or that should be there and is not, is a node that says so.
"""

from vbe.domain.chain.nodes import Broken, Node, Trace
from vbe.domain.chain.trace import trace

__all__ = ["Broken", "Node", "Trace", "trace"]

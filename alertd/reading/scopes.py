"""Who is meant at each depth of a text's numbering."""

from __future__ import annotations

from alertd.reading.blocks import Block, Part
from alertd.reading.markers import Outline


class Scopes:
    """`enter` is called at the head of every paragraph, `take` where one turns to somebody."""

    def __init__(self) -> None:
        self._outline = Outline()
        self._depth = 0
        self._stack: list[tuple[int, Block]] = []

    @property
    def section(self) -> str:
        """The number of the point in which the text stands."""
        return self._outline.section

    def enter(self, part: Part, root: Block) -> Block:
        """Step to the paragraph's place in the outline; the block that it is subordinate to, `root` where none is."""
        if part.marker is not None:
            self._depth = self._outline.enter(part.marker)
            self._close(self._depth)
        return self.current or root

    @property
    def current(self) -> Block | None:
        """The block that is meant where nobody is named."""
        return self._stack[-1][1] if self._stack else None

    def leave(self) -> None:
        """Step out of the numbering: a paragraph without a mark stands outermost."""
        self._outline.leave()
        self._depth = 0
        self._close(0)

    def head(self) -> None:
        """The paragraph is a heading of names: a list that begins anew below it is theirs."""
        self._outline.head()

    def take(self, block: Block) -> None:
        """From here on `block` is meant at this depth and below."""
        self._stack.append((self._depth, block))

    def _close(self, depth: int) -> None:
        """Leave everything that stands as deep as `depth` or deeper."""
        while self._stack and self._stack[-1][0] >= depth:
            self._stack.pop()

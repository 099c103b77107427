"""Keeps which processes are at work, how often each has given a sign of life, and which of them has which post."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import delete, insert, select, update

from alertd.store.rows import Access
from alertd.store.tables.work import POSTS, WORKERS


class SqlWorkers:
    """`alertd.ports.Workers` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def enter(self, name: str) -> None:
        await self._access.run(insert(WORKERS).values(name=name, beat=0))

    async def beat(self, name: str) -> bool:
        return bool(await self._access.run(update(WORKERS).where(WORKERS.c.name == name).values(beat=WORKERS.c.beat + 1)))

    async def beats(self) -> Mapping[str, int]:
        found = await self._access.connection.execute(select(WORKERS.c.name, WORKERS.c.beat))
        return {row.name: row.beat for row in found}

    async def bury(self, name: str) -> None:
        await self._access.run(update(POSTS).where(POSTS.c.holder == name).values(holder=None))
        await self._access.run(delete(WORKERS).where(WORKERS.c.name == name))

    async def holders(self) -> Mapping[str, str | None]:
        """As the port says; in a transaction they are held, so that two processes share out one after the other."""
        query = select(POSTS.c.post, POSTS.c.holder).order_by(POSTS.c.post)
        found = await self._access.connection.execute(query.with_for_update() if self._access.is_writing else query)
        return {row.post: row.holder for row in found}

    async def create(self, posts: Collection[str]) -> None:
        """As the port says: whoever comes second waits until the first has committed, and finds them there."""
        for post in sorted(posts):
            await self._access.run(self._access.insert_new(POSTS, "post").values(post=post, holder=None))

    async def take(self, post: str, name: str) -> None:
        await self._access.run(update(POSTS).where(POSTS.c.post == post).values(holder=name))

    async def release(self, name: str, posts: Collection[str]) -> None:
        if posts:
            await self._access.run(update(POSTS).where(POSTS.c.holder == name, POSTS.c.post.in_(sorted(posts))).values(holder=None))

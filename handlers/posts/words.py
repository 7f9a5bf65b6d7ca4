"""A post in words, as cards about posts name it."""

from models.post import Post
from thai import writing


def post_words(post: Post) -> str:
    """Return its title, or what its role is called."""
    return post.title or writing.role_name(post.role)

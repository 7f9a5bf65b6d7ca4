"""Checks what a template wants to do before it ever runs: only loops and fields that the paper knows, named if not.

Nothing is called, imported, added up or multiplied in a template, so it can neither reach out nor grow without end.
"""

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from documents.papers.filters import FILTERS, PLAIN_FILTERS
from documents.papers.sandbox import sandbox
from documents.papers.template_file import TemplateRefused, Why, parts_of

ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.Const,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
LOOP = {"index": 1, "index0": 0, "first": True, "last": False, "length": 1, "revindex": 1}
DEEPEST = 3
Scope = dict[str, Any]
_MISSING = object()


def check_template(content: bytes, sample: dict[str, Any]) -> None:
    """Raise TemplateRefused unless the template is harmless and asks only for what `sample` (a full context) holds."""
    trees = [_parsed(name, xml) for name, xml in parts_of(content).items()]
    for tree in trees:
        _forbid(tree, 0)
    unknown = sorted({field for tree in trees for field in _unknown(tree.body, dict(sample))})
    if unknown:
        raise TemplateRefused(Why.UNKNOWN, ", ".join(unknown))


def _parsed(name: str, xml: bytes) -> nodes.Template:
    from docxtpl import DocxTemplate

    try:
        # Word cuts fields into pieces; the same mending as when the paper is made puts them together.
        source = DocxTemplate(None).patch_xml(xml.decode("utf-8"))
        return sandbox(thai_digits=False).parse(source)
    except TemplateSyntaxError as error:
        raise TemplateRefused(Why.UNREADABLE, _near(error)) from None
    except UnicodeDecodeError:
        raise TemplateRefused(Why.NO_WORD_FILE) from None


def _near(error: TemplateSyntaxError) -> str:
    """Return the words around the fault, without the XML."""
    lines = (error.source or "").splitlines()
    line = lines[error.lineno - 1] if 0 < error.lineno <= len(lines) else ""
    return " ".join(f"{error.message} {re.sub(r'<[^>]+>', ' ', line)[:120]}".split())


def _forbid(node: nodes.Node, depth: int) -> None:
    if not isinstance(node, ALLOWED):
        raise TemplateRefused(Why.FORBIDDEN, type(node).__name__.lower())
    if isinstance(node, nodes.Name | nodes.Getattr) and _name(node).startswith("_"):
        raise TemplateRefused(Why.FORBIDDEN, _name(node))
    if isinstance(node, nodes.Filter) and node.name not in {*FILTERS, *PLAIN_FILTERS}:
        raise TemplateRefused(Why.FORBIDDEN, f"|{node.name}")
    if isinstance(node, nodes.For):
        depth += 1
        if depth > DEEPEST or node.recursive:
            raise TemplateRefused(Why.FORBIDDEN, "for … for … for … for")
    for child in node.iter_child_nodes():
        _forbid(child, depth)


def _name(node: nodes.Name | nodes.Getattr) -> str:
    return node.name if isinstance(node, nodes.Name) else node.attr


def _unknown(body: list[nodes.Node], scope: Scope) -> Iterator[str]:
    """Yield the fields that the sample does not hold, written as the template writes them."""
    for node in body:
        if isinstance(node, nodes.For):
            yield from _unknown([node.iter], scope)
            items = _value(node.iter, scope)
            item = items[0] if isinstance(items, list) and items else _MISSING
            inner = {**scope, "loop": LOOP}
            if isinstance(node.target, nodes.Name):
                inner[node.target.name] = item
            yield from _unknown(node.body, inner)
            yield from _unknown([*([node.test] if node.test else []), *node.else_], inner)
        elif isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            if _value(node, scope) is _MISSING:
                yield _written(node)
        else:
            yield from _unknown(list(node.iter_child_nodes()), scope)


def _value(node: nodes.Node, scope: Scope) -> Any:
    """Return what the sample holds there; _MISSING where it holds nothing of that name."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, _MISSING)
    if isinstance(node, nodes.Getattr):
        return _inside(_value(node.node, scope), node.attr)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return _inside(_value(node.node, scope), node.arg.value)
    return _MISSING


def _inside(whole: Any, key: Any) -> Any:
    if isinstance(whole, dict):
        return whole.get(key, _MISSING)
    if isinstance(whole, list) and isinstance(key, int) and -len(whole) <= key < len(whole):
        return whole[key]
    return _MISSING


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_written(node.node)}[{node.arg.value!r}]"
    return node.name if isinstance(node, nodes.Name) else "…"

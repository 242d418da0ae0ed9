"""How well the corpus guards the rules: every rule's code is changed, one place at a time; does any case notice?

    python tools/mutate_rules.py [--rule N3.size] [--show]

A mutant is noticed when a case of its own rule gets another verdict than the corpus asks, when a clean sample is no
longer clean, when a fault is mended otherwise, or when it raises. Texts of a rule are not mutated: nothing judges by
them. mutmut would run every test that touches a function, and every check touches all: hours for what takes a minute.
"""

import argparse
import ast
import copy
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from motcua.engines.decree30 import rules
from motcua.engines.decree30.check import check, checked, limits_of
from motcua.engines.decree30.corpus.build import cases_of
from motcua.engines.decree30.corpus.registry import BREAKS, KEEPS
from motcua.engines.decree30.fixing.mend import mend
from motcua.engines.decree30.profiles import STANDARD
from motcua.engines.decree30.rule import PREFIX, Fix, Rule, Verdict
from motcua.engines.decree30.view import View
from motcua.engines.decree30.writing.docx import write
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES

FOLDER = Path(rules.__file__).parent
CALM = {"ok", "not_applicable", "needs_human", "not_filled", "not_evaluated"}
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


def places(tree: ast.Module) -> Iterator[ast.AST]:
    """Nodes that may be changed: all code but imports, docstrings and the rule's own texts."""
    for statement in tree.body:
        named = isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)
        if named and statement.targets[0].id == "RULE":  # type: ignore[attr-defined]
            continue
        if isinstance(statement, ast.Import | ast.ImportFrom):
            continue
        docs = {id(node.value) for node in ast.walk(statement) if isinstance(node, ast.Expr)}
        said = {id(part) for node in ast.walk(statement) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
        notes = {id(part) for node in ast.walk(statement) if isinstance(node, ast.AnnAssign | ast.arg | ast.FunctionDef)
                 for note in (getattr(node, "annotation", None), getattr(node, "returns", None)) if note
                 for part in ast.walk(note)}  # fmt: skip
        yield from (node for node in ast.walk(statement) if id(node) not in docs | said | notes)


def changed(node: ast.AST) -> Iterator[ast.AST]:
    """The node with one thing different."""
    if isinstance(node, ast.Compare | ast.BoolOp | ast.BinOp):
        new = copy.deepcopy(node)
        if isinstance(new, ast.Compare) and type(new.ops[0]) in SWAPS:
            new.ops[0] = SWAPS[type(new.ops[0])]()  # type: ignore[assignment]
            yield new
        elif isinstance(new, ast.BoolOp | ast.BinOp) and type(new.op) in SWAPS:
            new.op = SWAPS[type(new.op)]()  # type: ignore[assignment]
            yield new
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield ast.Constant(not node.value)
        elif isinstance(node.value, int | float):
            yield ast.Constant(node.value + 1)
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in {"Role", "Verdict"}:
        new_name = {"Role": "CAPTION", "Verdict": "OK"}[node.value.id]
        if node.attr != new_name:
            yield ast.Attribute(ast.Name(node.value.id, ast.Load()), new_name, ast.Load())


def mutants(source: str) -> Iterator[tuple[str, ast.Module]]:
    """Every changed tree, with where and what."""
    tree = ast.parse(source)
    wanted = [id(node) for node in places(tree)]
    for node in list(ast.walk(tree)):
        if id(node) not in wanted:
            continue
        for new in changed(node):
            mutated = _replaced(tree, node, new)
            yield f"line {getattr(node, 'lineno', '?')}: {ast.unparse(node)} → {ast.unparse(new)}"[:110], mutated


def _replaced(tree: ast.Module, node: ast.AST, new: ast.AST) -> ast.Module:
    class Change(ast.NodeTransformer):
        def visit(self, found: ast.AST) -> ast.AST:
            return new if found is node else super().generic_visit(found)

    shallow = copy.copy(tree)
    memo = {id(node): node}
    return ast.fix_missing_locations(Change().visit(copy.deepcopy(shallow, memo)))


class Guard:
    """The cases of one rule."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        held = [one for one in (*BREAKS, *KEEPS) if PREFIX + one.rule == rule.code]
        self.views: list[tuple[View, str]] = []
        self.broken: list[bytes] = []
        for one in held:
            for case in cases_of(one):
                layout = checked(case.data).layout
                if layout is not None:
                    self.views.append((View(layout, limits_of(layout, STANDARD)), str(case.expected.verdict)))
                if one in BREAKS and case.expected.shape == "clean":
                    self.broken.append(case.data)
        self.clean = [View(layout, limits_of(layout, STANDARD)) for layout in CLEAN]

    def notices(self, module: ModuleType) -> bool:
        """Does any case tell the mutant from the rule?"""
        try:
            for view, wanted in self.views:
                view.absent.clear()
                found = module.judge(view).verdict.value
                if found != wanted and not (wanted == "ok" and found in CALM):
                    return True
            if any(module.judge(view).verdict in {Verdict.VIOLATION, Verdict.WARNING} for view in self.clean):
                return True
            return self.rule.fix is not Fix.NONE and self._mends_otherwise(module)
        except Exception:
            return True

    def _mends_otherwise(self, module: ModuleType) -> bool:
        before = rules.registry()[self.rule.code]
        wanted = [mend(data, unsafe=True).data for data in self.broken]
        rules.registry()[self.rule.code] = rules.Entry(self.rule, module.judge)  # type: ignore[index]
        _forget()
        try:
            return [mend(data, unsafe=True).data for data in self.broken] != wanted
        finally:
            rules.registry()[self.rule.code] = before  # type: ignore[index]
            _forget()


def _forget() -> None:
    from motcua.engines.decree30 import check as module

    module._chosen.cache_clear()


rules.registry()
CLEAN = [layout for draft in SAMPLES.values() if (layout := checked(write(lay_out(draft))).layout) is not None]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rule", default="", help="one id; all rules of the corpus without it")
    parser.add_argument("--show", action="store_true", help="name the mutants that nobody noticed")
    given = parser.parse_args()
    assert not check(write(lay_out(SAMPLES["CV"]))).counted  # noqa: S101
    killed = total = 0
    for path in sorted(FOLDER.glob("*.py")):
        module = sys.modules.get(f"{rules.__name__}.{path.stem}")
        rule = getattr(module, "RULE", None)
        if not isinstance(rule, Rule) or not rule.id.startswith(given.rule):
            continue
        if not any(PREFIX + one.rule == rule.code for one in BREAKS):
            continue
        guard = Guard(rule)
        assert not guard.notices(module), f"{rule.id}: the rule as it is fails its own cases"  # noqa: S101
        for told, tree in mutants(path.read_text(encoding="utf-8")):
            mutated = ModuleType(f"mutant_{path.stem}")
            try:
                exec(compile(tree, str(path), "exec"), mutated.__dict__)  # noqa: S102
                noticed = guard.notices(mutated)
            except Exception:
                noticed = True
            total += 1
            killed += noticed
            if given.show and not noticed:
                print(f"  {rule.id} {told}")
    print(f"{total} mutants, {killed} noticed: {100 * killed / max(total, 1):.1f} %")
    return 0


if __name__ == "__main__":
    rules.registry()
    sys.exit(main())

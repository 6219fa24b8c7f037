"""The wheel, installed far from the repository, holds all that the library needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ACT = ROOT / "corpora/seeds/000/act.txt"
ALONE = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**ALONE, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=120,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--wheel-dir", folder, ROOT),
        cwd=folder,
    )
    assert built.returncode == 0, built.stderr
    (file,) = folder.glob("lexparse-*.whl")
    return file


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel alone; its dependencies are lent by this one.

    A path line in a ``.pth`` file lends a folder without the ``.pth`` files in it, so the
    checkout that is installed here as editable is out of reach.
    """
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home / "env", with_pip=False)
    packages = next((home / "env/lib").glob("python3*/site-packages"))
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    installed = run(
        *(sys.executable, "-m", "pip", "--python", home / "env/bin/python", "install"),
        *("--quiet", "--no-deps", "--no-index", "--force-reinstall", "--ignore-installed", wheel),
        cwd=home,
    )
    assert installed.returncode == 0, installed.stderr
    return home


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in ("lexparse", "service")
        for path in (ROOT / package).rglob("*")
        if path.suffix in {".py", ".toml", ".txt", ".json"}
    }
    assert wanted <= held


def test_the_wheel_holds_nothing_but_the_packages(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"lexparse", "service"}


def test_the_installed_library_is_not_the_checkout(elsewhere: Path) -> None:
    asked = "import lexparse; print(lexparse.__file__)"
    answer = run(elsewhere / "env/bin/python", "-c", asked, cwd=elsewhere)
    assert answer.returncode == 0, answer.stderr
    assert Path(answer.stdout.strip()).is_relative_to(elsewhere)


def test_the_installed_command_parses_an_act(elsewhere: Path) -> None:
    answer = run(elsewhere / "env/bin/lexparse", "parse", ACT, cwd=elsewhere)
    assert answer.returncode in {0, 3}, answer.stderr
    records = json.loads(answer.stdout)
    assert records["act"]["kind"] == "resolution"
    assert records["tasks"]


def test_the_installed_command_explains_a_sentence(elsewhere: Path) -> None:
    """The language layer is found through its entry point."""
    sentence = "Әділет министрлігі 2023 жылғы 1 шілдеге дейін ұсыныс енгізсін."
    answer = run(elsewhere / "env/bin/lexparse", "explain", sentence, cwd=elsewhere)
    assert answer.returncode == 0, answer.stderr
    assert "министрлі" in answer.stdout

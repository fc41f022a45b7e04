"""Lays out LanguageTool from Maven Central, for users who do not want its big download.

    python scripts/languagetool/install.py [FOLDER]

FOLDER defaults to where notelint looks for it. Needs Java 17 or later and Maven; 250 MB. The server
brings all languages: its language detector stops without them.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from notelint.languagetool.server import home


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else home()
    for program in ("java", "mvn"):
        if shutil.which(program) is None:
            print(f"LanguageTool needs {program}, and it is not installed", file=sys.stderr)
            return 2
    pom = Path(__file__).with_name("pom.xml")
    folder.mkdir(parents=True, exist_ok=True)
    # The pom is copied beside the jars: Maven writes next to it, and the checkout stays clean.
    own = folder / "pom.xml"
    shutil.copy(pom, own)
    command = ["mvn", "-q", "-B", "-f", str(own), "dependency:copy-dependencies"]
    done = subprocess.run([*command, f"-DoutputDirectory={folder}"], check=False)
    if done.returncode == 0:
        print(f"LanguageTool is in {folder}")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())

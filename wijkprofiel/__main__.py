"""Run the command line as `python -m wijkprofiel`."""

from wijkprofiel.cli.app import main

if __name__ == "__main__":
    main()

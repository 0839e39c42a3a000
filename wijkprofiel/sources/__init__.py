"""Where figures come from: files and services, read exactly as they are given."""

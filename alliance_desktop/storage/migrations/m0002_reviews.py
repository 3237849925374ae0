"""Schema 2: the reviews that are due are found without reading every plan that was ever agreed."""

NUMBER = 2

STATEMENTS = """
CREATE INDEX plan_version_review ON plan_version (json_extract(content, '$.review_on'), plan_id, number);
"""

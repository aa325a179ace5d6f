/// The description of the machine-readable output.
public enum Schema {
  /// The JSON Schema of every kind of line that `JSONReport` writes.
  ///
  /// Objects may hold more fields than it names: new ones may be added within a major version.
  public static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:toetssteen:output:1",
      "title": "Output of toetssteen",
      "description": "One line of output: a judged tender, input that gave no tender, the facts of a tender, what differs between two, or an evaluation. New fields may be added within a major version of 'schema'. Levels, flags and notes are those of the rules that toetssteen carries.",
      "type": "object",
      "required": ["schema"],
      "oneOf": [
        {"$ref": "#/$defs/tenderLine"},
        {"$ref": "#/$defs/unreadLine"},
        {"$ref": "#/$defs/factsLine"},
        {"$ref": "#/$defs/comparisonLine"},
        {"$ref": "#/$defs/evaluation"}
      ],
      "$defs": {
        "tenderLine": {
          "title": "A judged tender",
          "type": "object",
          "required": ["schema", "source", "tender", "coverage", "scope", "verdicts", "rules"],
          "properties": {
            "schema": {"const": "toetssteen.tender/1"},
            "source": {"$ref": "#/$defs/source"},
            "tender": {"$ref": "#/$defs/tender"},
            "coverage": {"$ref": "#/$defs/coverage"},
            "scope": {"$ref": "#/$defs/scope"},
            "verdicts": {
              "description": "One for each lot, in the order of the lots.",
              "type": "array",
              "items": {"$ref": "#/$defs/verdict"}
            },
            "rules": {"$ref": "#/$defs/rules"},
            "target": {"$ref": "#/$defs/target"}
          },
          "additionalProperties": true
        },
        "unreadLine": {
          "title": "Input that gave no tender",
          "type": "object",
          "required": ["schema", "source", "reason", "message"],
          "properties": {
            "schema": {"const": "toetssteen.unread/1"},
            "source": {"$ref": "#/$defs/source"},
            "reason": {
              "enum": ["not-a-notice", "malformed", "encrypted", "too-large", "too-deep", "unsupported", "unreadable"]
            },
            "message": {"type": "string"}
          },
          "additionalProperties": true
        },
        "evaluation": {
          "title": "How well verdicts agree with labelled texts",
          "type": "object",
          "required": ["schema", "half", "cases", "levels", "dueDiligence", "languages", "confusion", "elements", "flags", "stages", "priceWeights", "quotes", "doubted", "errorsDoubted", "rules"],
          "properties": {
            "schema": {"const": "toetssteen.evaluation/1"},
            "half": {"enum": ["build", "test", "all"]},
            "cases": {"$ref": "#/$defs/count"},
            "levels": {"$ref": "#/$defs/share"},
            "dueDiligence": {"$ref": "#/$defs/tally"},
            "languages": {"type": "array", "items": {
              "type": "object", "required": ["language", "levels"], "properties": {"levels": {"$ref": "#/$defs/share"}}}},
            "confusion": {"type": "array", "items": {
              "type": "object", "required": ["truth", "verdict", "count"], "properties": {"count": {"$ref": "#/$defs/count"}}}},
            "elements": {"type": "array", "items": {"$ref": "#/$defs/tally"}},
            "flags": {"type": "array", "items": {"$ref": "#/$defs/tally"}},
            "stages": {"type": "array", "items": {"$ref": "#/$defs/tally"}},
            "priceWeights": {"$ref": "#/$defs/share"},
            "quotes": {"$ref": "#/$defs/share"},
            "doubted": {"$ref": "#/$defs/share"},
            "errorsDoubted": {"$ref": "#/$defs/share"},
            "misses": {"description": "Not there when only the figures were asked for.", "type": "array", "items": {
              "type": "object", "required": ["id", "file", "level", "confidence", "elements", "flags", "stages", "priceWeight", "evidence"]}}
          },
          "additionalProperties": true
        },
        "share": {
          "description": "A part of a whole; 'share' and the bounds of its 95 % interval (Wilson) are from 0 to 1, null of nothing.",
          "type": "object",
          "required": ["part", "whole", "share", "low", "high"],
          "properties": {
            "part": {"$ref": "#/$defs/count"},
            "whole": {"$ref": "#/$defs/count"},
            "share": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
            "low": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
            "high": {"type": ["number", "null"], "minimum": 0, "maximum": 1}
          }
        },
        "tally": {
          "type": "object",
          "required": ["right", "tooMany", "missing", "precision", "recall", "f1"],
          "properties": {
            "right": {"$ref": "#/$defs/count"},
            "tooMany": {"$ref": "#/$defs/count"},
            "missing": {"$ref": "#/$defs/count"},
            "precision": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
            "recall": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
            "f1": {"type": ["number", "null"], "minimum": 0, "maximum": 1}
          }
        },
        "factsLine": {
          "title": "What was read of a tender, without a verdict",
          "type": "object",
          "required": ["schema", "source", "tender", "coverage"],
          "properties": {
            "schema": {"const": "toetssteen.facts/1"},
            "source": {"$ref": "#/$defs/source"},
            "tender": {"$ref": "#/$defs/tender"},
            "coverage": {"$ref": "#/$defs/coverage"}
          },
          "additionalProperties": true
        },
        "comparisonLine": {
          "title": "What differs between two tenders",
          "type": "object",
          "required": ["schema", "old", "new", "scope", "lots", "rules"],
          "properties": {
            "schema": {"const": "toetssteen.comparison/1"},
            "old": {"$ref": "#/$defs/side"},
            "new": {"$ref": "#/$defs/side"},
            "scope": {"type": "array", "items": {"$ref": "#/$defs/difference"}},
            "lots": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["side", "old", "new", "differences"],
                "properties": {
                  "side": {"description": "On which side the lot is.", "enum": ["both", "old", "new"]},
                  "old": {"$ref": "#/$defs/lotLevel"},
                  "new": {"$ref": "#/$defs/lotLevel"},
                  "differences": {"type": "array", "items": {"$ref": "#/$defs/difference"}}
                }
              }
            },
            "rules": {"$ref": "#/$defs/rules"}
          },
          "additionalProperties": true
        },
        "side": {
          "type": "object",
          "required": ["source", "id", "title"],
          "properties": {
            "source": {"$ref": "#/$defs/source"},
            "id": {"$ref": "#/$defs/text"},
            "title": {"$ref": "#/$defs/text"}
          }
        },
        "lotLevel": {
          "type": ["object", "null"],
          "required": ["lot", "level", "rank", "atLeast"],
          "properties": {
            "lot": {"type": "string", "minLength": 1},
            "level": {"type": "string", "minLength": 1},
            "rank": {"type": ["integer", "null"]},
            "atLeast": {"type": "boolean"}
          }
        },
        "difference": {
          "type": "object",
          "required": ["field", "kind", "of", "old", "new", "oldEvidence", "newEvidence"],
          "properties": {
            "field": {
              "description": "The field of a verdict or of the scope that differs.",
              "enum": [
                "level", "atLeast", "elements", "stages", "flags", "notes", "priceWeight", "naturalStone", "categories",
                "duties"
              ]
            },
            "kind": {"enum": ["added", "removed", "changed", "reworded"]},
            "of": {"description": "The duty whose state changed.", "type": ["string", "null"]},
            "old": {"$ref": "#/$defs/text"},
            "new": {"$ref": "#/$defs/text"},
            "oldEvidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}},
            "newEvidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}}
          }
        },
        "rules": {
          "type": "object",
          "required": ["version", "sha256"],
          "properties": {
            "version": {"type": "string", "minLength": 1},
            "sha256": {"$ref": "#/$defs/sha256"}
          }
        },

        "text": {"type": ["string", "null"]},
        "number": {"type": ["number", "null"]},
        "count": {"type": "integer", "minimum": 0},
        "position": {"type": ["integer", "null"], "minimum": 1},
        "texts": {"type": "array", "items": {"type": "string"}},
        "date": {
          "type": ["string", "null"],
          "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
        },
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "country": {"description": "ISO 3166-1 alpha-2", "type": ["string", "null"], "pattern": "^[A-Z]{2}$"},
        "language": {"description": "ISO 639-1", "type": "string", "pattern": "^[a-z]{2}$"},
        "cpv": {"type": "array", "items": {"type": "string", "pattern": "^[0-9]{8}$"}},

        "source": {
          "type": "object",
          "required": ["path", "member", "format", "sha256", "bytes"],
          "properties": {
            "path": {"type": "string"},
            "member": {"description": "The way into an archive, deeper levels joined with '!'.", "type": ["string", "null"]},
            "format": {"type": ["string", "null"], "pattern": "^(eforms-.+|ted-.+|ocds-.+|documents)$"},
            "sha256": {"anyOf": [{"$ref": "#/$defs/sha256"}, {"type": "null"}]},
            "bytes": {"type": ["integer", "null"], "minimum": 0}
          }
        },

        "tender": {
          "type": "object",
          "required": [
            "id", "procedureId", "version", "noticeKind", "noticeType", "published", "dispatched", "country",
            "languages", "title", "buyers", "cpv", "nuts", "value", "changes", "exclusionGrounds", "lots", "lotGroups"
          ],
          "properties": {
            "id": {"$ref": "#/$defs/text"},
            "procedureId": {"$ref": "#/$defs/text"},
            "version": {"$ref": "#/$defs/text"},
            "noticeKind": {"enum": ["planning", "competition", "result", "change", "other", "documents"]},
            "noticeType": {"$ref": "#/$defs/text"},
            "published": {"$ref": "#/$defs/date"},
            "dispatched": {"$ref": "#/$defs/date"},
            "country": {"$ref": "#/$defs/country"},
            "languages": {"type": "array", "items": {"$ref": "#/$defs/language"}},
            "title": {"$ref": "#/$defs/text"},
            "buyers": {"type": "array", "items": {"$ref": "#/$defs/buyer"}},
            "cpv": {"$ref": "#/$defs/cpv"},
            "nuts": {"$ref": "#/$defs/texts"},
            "value": {"$ref": "#/$defs/value"},
            "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}},
            "exclusionGrounds": {"$ref": "#/$defs/texts"},
            "lots": {"type": "array", "items": {"$ref": "#/$defs/lot"}},
            "lotGroups": {
              "type": "array",
              "items": {"allOf": [{"$ref": "#/$defs/lot"}, {"properties": {"lots": {"$ref": "#/$defs/texts"}}}]}
            }
          }
        },
        "buyer": {
          "type": "object",
          "required": ["name", "id", "country", "nuts", "kind", "activity"],
          "properties": {
            "name": {"$ref": "#/$defs/text"},
            "id": {"$ref": "#/$defs/text"},
            "country": {"$ref": "#/$defs/country"},
            "nuts": {"$ref": "#/$defs/text"},
            "kind": {
              "enum": [
                "ministry", "agency", "province", "region", "municipality", "water-board", "education", "health",
                "utility", "body-governed-by-public-law", "eu-institution", "other", "unknown"
              ]
            },
            "activity": {"$ref": "#/$defs/text"}
          }
        },
        "value": {
          "type": ["object", "null"],
          "required": ["amount", "currency", "maximum"],
          "properties": {
            "amount": {"$ref": "#/$defs/number"},
            "currency": {"description": "ISO 4217", "type": ["string", "null"], "pattern": "^[A-Z]{3}$"},
            "maximum": {"description": "The ceiling of a framework.", "type": ["number", "null"]}
          }
        },
        "change": {
          "type": "object",
          "required": ["noticeId", "reason", "description"],
          "properties": {
            "noticeId": {"$ref": "#/$defs/text"},
            "reason": {"$ref": "#/$defs/text"},
            "description": {"$ref": "#/$defs/text"}
          }
        },
        "lot": {
          "type": "object",
          "required": [
            "id", "title", "cpv", "value", "awardCriteriaIn", "award", "strategic", "social", "environmental",
            "innovation", "selection", "reservedExecution", "documents"
          ],
          "properties": {
            "id": {"type": "string", "minLength": 1},
            "title": {"$ref": "#/$defs/text"},
            "cpv": {"$ref": "#/$defs/cpv"},
            "value": {"$ref": "#/$defs/value"},
            "awardCriteriaIn": {"enum": ["notice", "documents", "unknown"]},
            "award": {"type": "array", "items": {"$ref": "#/$defs/awardCriterion"}},
            "strategic": {"description": "BT-06", "type": "array", "items": {"type": "string"}},
            "social": {"description": "BT-775", "type": "array", "items": {"type": "string"}},
            "environmental": {"description": "BT-774", "type": "array", "items": {"type": "string"}},
            "innovation": {"description": "BT-776", "type": "array", "items": {"type": "string"}},
            "selection": {"description": "BT-747, BT-809", "type": "array", "items": {"type": "string"}},
            "reservedExecution": {"description": "BT-736", "type": ["string", "null"]},
            "documents": {"description": "BT-15, BT-615", "type": "array", "items": {"type": "string"}}
          }
        },
        "awardCriterion": {
          "type": "object",
          "required": ["kind", "name", "weight", "weightUnit"],
          "properties": {
            "kind": {"enum": ["price", "cost", "quality", "unknown"]},
            "name": {"$ref": "#/$defs/text"},
            "weight": {
              "description": "A number, or a range of two.",
              "anyOf": [
                {"$ref": "#/$defs/number"},
                {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
              ]
            },
            "weightUnit": {
              "enum": ["percent", "points", "decimal", "order", "threshold", "fixed", "range", "bare", "none"]
            },
            "weightText": {"description": "A weight that is no number.", "type": "string"},
            "withheld": {"const": true}
          }
        },

        "coverage": {
          "type": "object",
          "required": ["listed", "present", "read", "documents"],
          "properties": {
            "listed": {"$ref": "#/$defs/count"},
            "present": {"$ref": "#/$defs/count"},
            "read": {"$ref": "#/$defs/count"},
            "documents": {"type": "array", "items": {"$ref": "#/$defs/document"}}
          }
        },
        "document": {
          "type": "object",
          "required": ["name", "kind", "role", "state", "pages", "characters"],
          "properties": {
            "name": {"type": "string"},
            "kind": {
              "enum": [
                "text", "markdown", "pdf", "docx", "odt", "xlsx", "ods", "pptx", "html", "rtf", "doc", "xls", "archive",
                "image", "xml", "unknown"
              ]
            },
            "role": {
              "enum": [
                "notice", "guide", "specification", "contract", "award-guide", "questions-and-answers", "rectification",
                "form", "price-sheet", "annex", "other"
              ]
            },
            "state": {"enum": ["read", "no-text", "encrypted", "unsupported", "broken", "too-large", "missing"]},
            "pages": {"type": ["integer", "null"], "minimum": 0},
            "characters": {"$ref": "#/$defs/count"},
            "hint": {"type": "string"},
            "ocr": {"description": "Its text was recognised in images.", "const": true},
            "namedAt": {"description": "Where a text names a document that is missing.", "$ref": "#/$defs/place"}
          }
        },

        "scope": {
          "type": "object",
          "required": ["naturalStone", "categories", "duties"],
          "properties": {
            "naturalStone": {
              "type": "object",
              "required": ["value", "by"],
              "properties": {
                "value": {"$ref": "#/$defs/answer"},
                "by": {"$ref": "#/$defs/texts"}
              }
            },
            "categories": {"$ref": "#/$defs/texts"},
            "duties": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["duty", "state", "because"],
                "properties": {
                  "duty": {"type": "string"},
                  "state": {"$ref": "#/$defs/answer"},
                  "because": {"type": "string"}
                }
              }
            }
          }
        },
        "answer": {"enum": ["yes", "no", "unknown"]},

        "verdict": {
          "type": "object",
          "required": [
            "lot", "level", "rank", "atLeast", "confidence", "elements", "stages", "flags", "notes", "priceWeight",
            "evidence", "missing", "disagreements"
          ],
          "properties": {
            "lot": {"description": "The id of a lot in 'tender'.", "type": "string", "minLength": 1},
            "level": {
              "enum": [
                "due-diligence-rewarded", "due-diligence-monitored", "due-diligence", "steps-only", "norms-only",
                "certification-only", "declaration-only", "boilerplate", "declined", "silent", "not-assessable"
              ]
            },
            "rank": {"description": "Null for not-assessable.", "type": ["integer", "null"], "minimum": 0, "maximum": 5},
            "atLeast": {"description": "Not everything was read: the level is a minimum.", "type": "boolean"},
            "confidence": {"enum": ["certain", "likely", "check"]},
            "elements": {"type": "array", "uniqueItems": true, "items": {"$ref": "#/$defs/element"}},
            "stages": {
              "type": "array",
              "uniqueItems": true,
              "items": {"enum": ["specification", "selection", "award", "performance"]}
            },
            "flags": {
              "type": "array",
              "uniqueItems": true,
              "items": {
                "enum": [
                  "price-only", "price-led", "unmotivated-price", "delivery-led", "label-without-equivalent",
                  "membership-only", "company-wide", "conditional", "withdrawn", "annex-missing", "explained",
                  "claim-unsupported", "unclaimed"
                ]
              }
            },
            "notes": {
              "type": "array",
              "uniqueItems": true,
              "items": {"enum": ["name-only", "general-terms", "outdated-text", "effort-standard-missing"]}
            },
            "priceWeight": {
              "description": "Percent of price plus cost; null when it cannot be computed.",
              "type": ["number", "null"],
              "minimum": 0,
              "maximum": 100
            },
            "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}},
            "missing": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["element", "state", "remedy"],
                "properties": {
                  "element": {"$ref": "#/$defs/element"},
                  "state": {"enum": ["not-asked", "unknown"]},
                  "remedy": {"description": "The id of a model clause.", "type": ["string", "null"]}
                }
              }
            },
            "disagreements": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["field", "notice", "documents"],
                "properties": {
                  "field": {"type": "string"},
                  "notice": {"type": "string"},
                  "documents": {"type": "string"},
                  "noticeEvidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}},
                  "documentEvidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}}
                }
              }
            }
          }
        },
        "target": {
          "description": "What each lot needs to reach a level; only where one was asked for.",
          "type": "object",
          "required": ["level", "rank", "language", "lots", "clauses"],
          "properties": {
            "level": {"type": "string", "minLength": 1},
            "rank": {"type": ["integer", "null"]},
            "language": {"description": "The language of the clauses.", "$ref": "#/$defs/language"},
            "lots": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["lot", "state", "present", "ways", "unread"],
                "properties": {
                  "lot": {"type": "string", "minLength": 1},
                  "state": {"enum": ["reached", "higher", "open", "unknown", "impossible"]},
                  "present": {"type": "array", "items": {"$ref": "#/$defs/demand"}},
                  "ways": {
                    "description": "The shortest first.",
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": ["size", "all", "choices"],
                      "properties": {
                        "size": {"description": "How many demands are to be added.", "type": "integer", "minimum": 1},
                        "all": {"type": "array", "items": {"$ref": "#/$defs/demand"}},
                        "choices": {
                          "type": "array",
                          "items": {
                            "type": "object",
                            "required": ["count", "of"],
                            "properties": {
                              "count": {"type": "integer", "minimum": 1},
                              "of": {"type": "array", "items": {"$ref": "#/$defs/demand"}}
                            }
                          }
                        }
                      }
                    }
                  },
                  "unread": {"description": "Documents that may hold more.", "type": "array", "items": {"type": "string"}}
                }
              }
            },
            "clauses": {
              "description": "Model clauses for all that is needed.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["remedy", "stage", "title", "text", "basis"],
                "properties": {
                  "remedy": {"type": "string", "minLength": 1},
                  "stage": {"enum": ["specification", "selection", "award", "performance"]},
                  "title": {"type": "string"},
                  "text": {"type": "string"},
                  "basis": {"type": "string"}
                }
              }
            }
          }
        },
        "demand": {
          "description": "An element, or a signal of the rules on which levels rest.",
          "type": "object",
          "required": ["name", "scored", "remedy"],
          "properties": {
            "name": {"type": "string", "minLength": 1},
            "scored": {"description": "It must be scored in selection or award.", "type": "boolean"},
            "remedy": {"description": "The id of a model clause.", "type": ["string", "null"]}
          }
        },
        "element": {"enum": ["E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10"]},
        "evidence": {
          "type": "object",
          "required": ["rule", "gives", "quote", "language", "place"],
          "properties": {
            "rule": {"type": "string", "minLength": 1},
            "gives": {"description": "The element, flag, note or level that the quote supports.", "type": "string", "minLength": 1},
            "quote": {"type": "string"},
            "language": {"anyOf": [{"$ref": "#/$defs/language"}, {"type": "null"}]},
            "place": {"$ref": "#/$defs/place"}
          }
        },
        "place": {
          "type": "object",
          "required": ["document", "page", "paragraph", "row", "heading", "xpath", "line", "offset", "length"],
          "properties": {
            "document": {"type": "string", "minLength": 1},
            "page": {"$ref": "#/$defs/position"},
            "paragraph": {"$ref": "#/$defs/position"},
            "row": {"$ref": "#/$defs/position"},
            "heading": {"description": "Headings above it, outermost first.", "type": "array", "items": {"type": "string"}},
            "xpath": {"type": ["string", "null"]},
            "line": {"$ref": "#/$defs/position"},
            "offset": {"description": "Unicode scalars before the quote.", "type": "integer", "minimum": 0},
            "length": {"description": "Unicode scalars of the quote.", "type": "integer", "minimum": 0}
          }
        }
      }
    }
    """#
}

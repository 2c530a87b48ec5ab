import { v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { f as looseObject, t as fromJSONSchema, v as string } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { r as findHostileStructure } from "./compare-accept-report-bank-ask-check.js";
import { r as scenarioRow } from "./schema-accept-report-bank-ask-check.js";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
var $schema = "http://json-schema.org/draft-07/schema#";
var $ref = "#/definitions/Report";
var definitions = {
	"FindingArgs": {
		"type": "object",
		"properties": {
			"budgetStopped": {
				"type": "object",
				"properties": {
					"budget": {
						"type": "string",
						"enum": [
							"calls",
							"usd",
							"minutes"
						]
					},
					"allowed": { "type": "number" },
					"needed": { "type": "number" }
				},
				"required": ["budget", "allowed"]
			},
			"interrupted": {
				"type": "object",
				"properties": {
					"finished": { "type": "number" },
					"needed": { "type": "number" }
				},
				"required": ["finished", "needed"]
			},
			"quota": {
				"type": "object",
				"properties": { "provider": { "type": "string" } },
				"required": ["provider"]
			},
			"noKeys": {
				"type": "object",
				"properties": {
					"providers": {
						"type": "array",
						"items": { "type": "string" }
					},
					"fork": { "type": "boolean" },
					"variables": {
						"type": "array",
						"items": { "type": "string" }
					}
				},
				"required": [
					"providers",
					"fork",
					"variables"
				],
				"description": "`variables` that are not set; none where the run was to make no calls."
			},
			"policyLoosened": {
				"type": "object",
				"properties": {
					"option": { "type": "string" },
					"base": { "type": "string" },
					"head": { "type": "string" }
				},
				"required": [
					"option",
					"base",
					"head"
				]
			},
			"judgedByOwnPolicy": {
				"type": "object",
				"properties": {
					"base": { "type": "string" },
					"options": {
						"type": "array",
						"items": { "type": "string" }
					}
				},
				"required": ["base", "options"],
				"description": "A local check went by its own config, which is looser than the base's in these options."
			},
			"outdatedBranch": {
				"type": "object",
				"properties": { "files": {
					"type": "array",
					"items": { "type": "string" }
				} },
				"required": ["files"],
				"description": "Files of the spec that the branch lacks."
			},
			"bootstrap": {
				"type": "object",
				"properties": { "config": { "type": "string" } },
				"required": ["config"]
			},
			"removedModelStillEvaluated": {
				"type": "object",
				"properties": { "model": { "type": "string" } },
				"required": ["model"]
			},
			"modelPairInferred": {
				"type": "object",
				"properties": {
					"model": { "type": "string" },
					"replaces": { "type": "string" }
				},
				"required": ["model", "replaces"]
			},
			"modelNotCompared": {
				"type": "object",
				"properties": { "model": { "type": "string" } },
				"required": ["model"]
			},
			"modelUnanswered": {
				"type": "object",
				"properties": {
					"model": { "type": "string" },
					"missing": { "type": "number" },
					"answers": { "type": "number" }
				},
				"required": [
					"model",
					"missing",
					"answers"
				]
			},
			"modelNotAllowed": {
				"type": "object",
				"properties": {
					"model": { "type": "string" },
					"provider": { "type": "string" }
				},
				"required": ["model", "provider"]
			},
			"headScenarios": {
				"type": "object",
				"properties": {
					"scenarios": { "type": "number" },
					"decided": { "type": "boolean" }
				},
				"required": ["scenarios", "decided"],
				"description": "`decided`: without them the verdict would have been a better one."
			},
			"acceptanceNotCounted": {
				"type": "object",
				"properties": {
					"finding": { "type": "string" },
					"reasons": {
						"type": "array",
						"items": { "type": "string" }
					}
				},
				"required": ["finding", "reasons"],
				"description": "An acceptance in the head that does not count, and why."
			},
			"linksToFollow": {
				"type": "object",
				"properties": {
					"moved": {
						"type": "array",
						"items": { "type": "string" }
					},
					"scenarios": { "type": "number" }
				},
				"required": ["moved", "scenarios"],
				"description": "Clauses that the change gives another id, `old -> new`, and how many scenarios of the bank name an old one."
			},
			"mayPullAgainst": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"against": {
						"type": "array",
						"items": { "type": "string" }
					},
					"untested": {
						"type": "array",
						"items": { "type": "string" }
					},
					"situation": { "type": "string" }
				},
				"required": [
					"clause",
					"against",
					"untested",
					"situation"
				],
				"description": "Clauses that a changed one may now contradict, as a model read it; `untested` are those that no scenario tests together with it."
			},
			"scenariosWritten": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"scenarios": { "type": "number" },
					"base": { "type": "number" },
					"head": { "type": "number" },
					"checked": { "type": "number" },
					"touching": { "type": "number" },
					"asked": {
						"type": "number",
						"description": "Where most queries that were asked for came to nothing: how many of how many, and what most of those were."
					},
					"dropped": { "type": "number" },
					"why": { "type": "string" }
				},
				"required": [
					"clause",
					"scenarios",
					"base",
					"head",
					"checked",
					"touching"
				],
				"description": "Scenarios written for a change: how many from each side's text, and of those checked how many were linked to the clause."
			},
			"writingStopped": {
				"type": "object",
				"properties": {
					"usd": { "type": "number" },
					"clauses": {
						"type": "array",
						"items": { "type": "string" }
					}
				},
				"required": ["usd", "clauses"],
				"description": "US dollars after which no more scenarios were written."
			},
			"untestedClause": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"reason": { "type": "string" },
					"why": { "type": "string" }
				},
				"required": ["clause"],
				"description": "`why`: what kept scenarios from being written for it."
			},
			"suggestedLinks": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"scenarios": { "type": "number" }
				},
				"required": ["clause", "scenarios"]
			},
			"copiedScenarios": {
				"type": "object",
				"properties": { "copies": { "type": "number" } },
				"required": ["copies"],
				"description": "Scenarios left out because others ask the very same of the same clauses."
			},
			"namedClauses": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"scenarios": { "type": "number" }
				},
				"required": ["clause", "scenarios"]
			},
			"contestedGround": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"level": { "type": "number" },
					"scenarios": { "type": "number" },
					"rank": { "type": "number" },
					"of": { "type": "number" }
				},
				"required": [
					"clause",
					"level",
					"scenarios",
					"rank",
					"of"
				],
				"description": "The changed clause is among those whose scenarios divide the models most: its mean disagreement, and its rank among `of` clauses."
			},
			"recordedAnswers": {
				"type": "object",
				"properties": {
					"models": {
						"type": "array",
						"items": { "type": "string" }
					},
					"scenarios": { "type": "number" },
					"fewer": { "type": "number" },
					"none": { "type": "number" },
					"asked": { "type": "number" }
				},
				"required": [
					"models",
					"scenarios",
					"fewer",
					"none",
					"asked"
				],
				"description": "How far recorded answers go: scenarios with fewer than were asked for, and with none at all."
			},
			"couldHaveShown": {
				"type": "object",
				"properties": {
					"endpoint": {
						"type": "string",
						"enum": [
							"nonCompliance",
							"letThrough",
							"frequentNonCompliance",
							"rejections",
							"disagreement",
							"judgeAgreement",
							"interpretation"
						]
					},
					"scenarios": { "type": "number" },
					"detectable": { "type": "number" },
					"change": { "type": "number" },
					"low": { "type": "number" },
					"high": { "type": "number" },
					"margin": { "type": "number" },
					"decideScenarios": {
						"type": "number",
						"description": "Scenarios that would decide, and US dollars they would cost."
					},
					"linked": {
						"type": "number",
						"description": "All scenarios that test the changed clauses: the gate cannot take more by itself."
					},
					"ofModels": {
						"type": "boolean",
						"const": true,
						"description": "Of a change of models, which the whole bank tests."
					},
					"decideUsd": { "type": "number" }
				},
				"required": [
					"endpoint",
					"scenarios",
					"margin"
				]
			},
			"ofTheseOnly": {
				"type": "object",
				"properties": {
					"endpoint": {
						"type": "string",
						"enum": [
							"nonCompliance",
							"letThrough",
							"frequentNonCompliance",
							"rejections",
							"disagreement",
							"judgeAgreement",
							"interpretation"
						]
					},
					"scenarios": { "type": "number" },
					"high": { "type": "number" },
					"needed": {
						"type": "number",
						"description": "Scenarios that would show it of others, too."
					},
					"reported": {
						"type": "boolean",
						"const": true
					}
				},
				"required": [
					"endpoint",
					"high",
					"needed",
					"scenarios"
				],
				"description": "A change of models passed on the bank's scenarios; `high` is how far the metric may have got worse on others like them."
			},
			"fewGroups": {
				"type": "object",
				"properties": {
					"scenarios": { "type": "number" },
					"groups": { "type": "number" }
				},
				"required": ["scenarios", "groups"],
				"description": "What passed was seen on scenarios of so few groups that a rise which only some groups show may be in none of them."
			},
			"missingCells": {
				"type": "object",
				"properties": {
					"missing": { "type": "number" },
					"cells": { "type": "number" },
					"remedy": {
						"$ref": "#/definitions/Remedy",
						"description": "What would help, by the most frequent cause."
					}
				},
				"required": ["missing", "cells"]
			},
			"whyMissing": {
				"type": "object",
				"properties": {
					"who": { "type": "string" },
					"words": { "type": "string" },
					"count": { "type": "number" },
					"remedy": { "$ref": "#/definitions/Remedy" }
				},
				"required": [
					"who",
					"words",
					"count",
					"remedy"
				],
				"description": "One cause of missing answers or rulings: whose, in whose words, how often, and what would help."
			},
			"answersNotKept": {
				"type": "object",
				"properties": { "answers": { "type": "number" } },
				"required": ["answers"]
			},
			"judgeSilent": {
				"type": "object",
				"properties": {
					"judge": { "type": "string" },
					"abstained": { "type": "number" },
					"asked": { "type": "number" }
				},
				"required": [
					"judge",
					"abstained",
					"asked"
				]
			},
			"judgeOneSided": {
				"type": "object",
				"properties": {
					"judge": { "type": "string" },
					"way": {
						"type": "string",
						"enum": ["for", "against"]
					},
					"rulings": { "type": "number" },
					"alone": { "type": "number" }
				},
				"required": [
					"judge",
					"way",
					"rulings",
					"alone"
				],
				"description": "A judge who ruled one way on everything, and alone so on so many scenarios."
			},
			"thoughtsInAnswers": {
				"type": "object",
				"properties": {
					"model": { "type": "string" },
					"answers": { "type": "number" },
					"thoughtful": { "type": "number" }
				},
				"required": [
					"model",
					"answers",
					"thoughtful"
				],
				"description": "Answers of a model that begin with its thoughts, in marks that its server left there."
			},
			"copiedDraws": {
				"type": "object",
				"properties": {
					"models": {
						"type": "array",
						"items": { "type": "string" }
					},
					"counted": { "$ref": "#/definitions/CopiesCounted" }
				},
				"required": ["models", "counted"],
				"description": "Models that give one answer again and again."
			},
			"repeatedRulings": {
				"type": "object",
				"properties": { "judges": {
					"type": "array",
					"items": { "type": "string" }
				} },
				"required": ["judges"],
				"description": "Judges that say the same again when they are asked again about an answer."
			},
			"drift": {
				"type": "object",
				"properties": {
					"endpoint": {
						"type": "string",
						"enum": [
							"nonCompliance",
							"letThrough",
							"frequentNonCompliance",
							"rejections",
							"disagreement",
							"judgeAgreement",
							"interpretation",
							"newOutliers"
						]
					},
					"stored": { "type": "number" },
					"fresh": { "type": "number" }
				},
				"required": [
					"endpoint",
					"stored",
					"fresh"
				],
				"description": "The base's level in stored answers, and in today's."
			},
			"modelDrift": {
				"type": "object",
				"properties": {
					"model": { "type": "string" },
					"returned": {
						"type": "array",
						"items": { "type": "string" }
					}
				},
				"required": ["model", "returned"],
				"description": "A provider named more than one model in its answers to one."
			},
			"uncalibrated": {
				"type": "object",
				"properties": {
					"rate": { "type": "number" },
					"bound": { "type": "number" }
				},
				"required": ["rate", "bound"]
			},
			"levelUnchanged": {
				"type": "object",
				"properties": {
					"endpoint": {
						"type": "string",
						"enum": [
							"nonCompliance",
							"letThrough",
							"frequentNonCompliance",
							"rejections",
							"disagreement",
							"judgeAgreement",
							"interpretation"
						]
					},
					"level": { "type": "number" },
					"scenarios": { "type": "number" },
					"limit": { "type": "number" },
					"stands": {
						"type": "string",
						"enum": [
							"pass",
							"pre-existing",
							"report"
						],
						"description": "Where it stands to the limit: within (pass), above it before this change, or too near to tell."
					}
				},
				"required": [
					"endpoint",
					"level",
					"scenarios"
				],
				"description": "A metric that an edit of a spec cannot move, with its level on the stored answers."
			},
			"voidOption": {
				"type": "object",
				"properties": {
					"option": { "type": "string" },
					"why": { "$ref": "#/definitions/VoidReason" }
				},
				"required": ["option", "why"],
				"description": "An option of the config that cannot apply here."
			},
			"simulated": {
				"type": "object",
				"properties": { "models": {
					"type": "array",
					"items": { "type": "string" }
				} },
				"required": ["models"]
			},
			"noChange": {
				"type": "object",
				"additionalProperties": { "not": {} }
			},
			"cosmeticOnly": {
				"type": "object",
				"properties": { "changes": { "type": "number" } },
				"required": ["changes"]
			},
			"clauseConflict": {
				"type": "object",
				"properties": {
					"against": { "type": "string" },
					"favour": { "type": "string" },
					"scenarios": { "type": "number" },
					"tested": { "type": "number" },
					"before": {
						"type": "number",
						"description": "Scenarios that showed it on the other side; absent where there is none."
					}
				},
				"required": [
					"against",
					"favour",
					"scenarios",
					"tested"
				]
			},
			"contradiction": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"other": { "type": "string" },
					"scenarios": { "type": "number" },
					"tested": { "type": "number" },
					"basis": {
						"type": "string",
						"enum": ["cited", "linked"],
						"description": "What the clauses are known from: the judges' citations, or only the scenarios' links."
					}
				},
				"required": [
					"clause",
					"other",
					"scenarios",
					"tested",
					"basis"
				]
			},
			"readTwoWays": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"base": { "type": "number" },
					"head": { "type": "number" },
					"change": { "type": "number" },
					"low": { "type": "number" },
					"high": { "type": "number" },
					"scenarios": { "type": "number" }
				},
				"required": [
					"clause",
					"base",
					"head",
					"change",
					"scenarios"
				],
				"description": "The share of pairs of rulings on the clause that differ, on each side. The interval is 95 %."
			},
			"ambiguousRulings": {
				"type": "object",
				"properties": {
					"scenarios": { "type": "number" },
					"before": {
						"type": "number",
						"description": "How many of them on the base."
					},
					"tested": { "type": "number" },
					"clauses": {
						"type": "array",
						"items": { "type": "string" }
					},
					"examples": {
						"type": "array",
						"items": { "type": "string" }
					}
				},
				"required": [
					"scenarios",
					"before",
					"tested",
					"clauses",
					"examples"
				]
			},
			"interpretiveAmbiguity": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"scenarios": { "type": "number" },
					"tested": { "type": "number" }
				},
				"required": [
					"clause",
					"scenarios",
					"tested"
				]
			},
			"granularityGap": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"scenarios": { "type": "number" },
					"tested": { "type": "number" },
					"scenario": {
						"type": "string",
						"description": "The two kinds of answer that most of the scenarios show, and one scenario with a model that gives each."
					},
					"most": { "$ref": "#/definitions/ResponseType" },
					"mostModel": { "type": "string" },
					"least": { "$ref": "#/definitions/ResponseType" },
					"leastModel": { "type": "string" }
				},
				"required": [
					"clause",
					"scenarios",
					"tested"
				]
			},
			"textOutsideClauses": {
				"type": "object",
				"additionalProperties": { "not": {} },
				"description": "Comments, front matter: what the files hold that is no clause."
			},
			"changedOutOfSight": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"what": {
						"type": "array",
						"items": { "type": "string" }
					}
				},
				"required": ["clause", "what"],
				"description": "A change that leaves what judges are shown as it was; `what` names the kinds of text that they are not shown."
			},
			"shownToJudgesOnly": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"characters": { "type": "number" }
				},
				"required": ["clause", "characters"]
			},
			"moreOutOfSight": {
				"type": "object",
				"properties": { "clauses": { "type": "number" } },
				"required": ["clauses"]
			},
			"shiftedIds": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"file": { "type": "string" },
					"now": { "type": "string" },
					"ids": { "type": "number" }
				},
				"required": [
					"clause",
					"file",
					"now",
					"ids"
				],
				"description": "How many `ids` of the base are other clauses' in the head: one of them, the file that had it, and the one that has it `now`."
			},
			"repeatedHeading": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"first": { "type": "string" }
				},
				"required": ["clause", "first"]
			},
			"templatePrompt": {
				"type": "object",
				"properties": {
					"first": { "type": "string" },
					"shown": {
						"type": "array",
						"items": { "type": "string" }
					},
					"places": { "type": "number" }
				},
				"required": [
					"first",
					"shown",
					"places"
				],
				"description": "Of a spec that models are given as their prompt; `first` is where the first one stands, `places` how many there are."
			},
			"includesFiles": {
				"type": "object",
				"properties": {
					"first": { "type": "string" },
					"shown": {
						"type": "array",
						"items": { "type": "string" }
					},
					"places": { "type": "number" }
				},
				"required": [
					"first",
					"shown",
					"places"
				],
				"description": "Files that the spec takes in and the config does not name: nothing of them is read."
			},
			"linksToGoneClause": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"gone": {
						"type": "array",
						"items": { "type": "string" }
					},
					"scenarios": { "type": "number" }
				},
				"required": [
					"clause",
					"gone",
					"scenarios"
				],
				"description": "Scenarios linked to ids that no clause has any more, and that end like this clause's id."
			},
			"ignoredLines": {
				"type": "object",
				"properties": {
					"base": { "type": "string" },
					"head": { "type": "string" },
					"sent": { "type": "boolean" }
				},
				"required": ["base", "head"],
				"description": "`sent`: models are given them."
			},
			"lookAlikes": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"words": {
						"type": "array",
						"items": { "type": "string" }
					}
				},
				"required": ["clause", "words"]
			},
			"hiddenText": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"characters": { "type": "number" }
				},
				"required": ["clause", "characters"]
			},
			"judgeDirectedText": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"signs": {
						"type": "array",
						"items": { "type": "string" }
					}
				},
				"required": ["clause", "signs"],
				"description": "`signs` say what was found."
			},
			"clauseLetThrough": { "$ref": "#/definitions/ClauseLetThroughArgs" },
			"clauseUndecided": { "$ref": "#/definitions/ClauseLetThroughArgs" },
			"looseningUnseen": {
				"type": "object",
				"properties": {
					"clause": { "type": "string" },
					"ref": { "type": "string" },
					"forbidden": { "type": "number" },
					"reported": {
						"type": "boolean",
						"const": true
					}
				},
				"required": [
					"clause",
					"forbidden",
					"ref"
				]
			},
			"panelNeverObjects": {
				"type": "object",
				"properties": {
					"rulings": { "type": "number" },
					"reported": {
						"type": "boolean",
						"const": true
					}
				},
				"required": ["rulings"],
				"description": "Whether the judges can tell: of `rulings`, `right` agree with answers whose ruling is known, and `caught` of the `violations` were seen."
			},
			"panelMissesControls": {
				"type": "object",
				"properties": {
					"right": { "type": "number" },
					"rulings": { "type": "number" },
					"caught": { "type": "number" },
					"violations": { "type": "number" },
					"reported": {
						"type": "boolean",
						"const": true
					}
				},
				"required": [
					"caught",
					"right",
					"rulings",
					"violations"
				]
			},
			"panelAtChance": {
				"type": "object",
				"properties": {
					"kappa": { "type": "number" },
					"high": { "type": "number" },
					"least": { "type": "number" },
					"answers": { "type": "number" }
				},
				"required": [
					"kappa",
					"high",
					"least",
					"answers"
				],
				"description": "Fleiss' kappa of the judges (mean of both texts), the upper end of its interval, and the least that is not chance."
			},
			"judgeIntegrity": {
				"type": "object",
				"properties": {
					"judge": { "type": "string" },
					"base": { "type": "number" },
					"head": { "type": "number" },
					"asked": { "type": "number" }
				},
				"required": [
					"judge",
					"base",
					"head",
					"asked"
				],
				"description": "How many of the `asked` canaries a judge rules on rightly when it reads the base, and the head."
			},
			"lateJudgeParts": {
				"type": "object",
				"properties": {
					"judge": { "type": "string" },
					"base": { "type": "number" },
					"head": { "type": "number" },
					"answers": {
						"type": "number",
						"description": "Audited on each side."
					},
					"p": { "type": "number" }
				},
				"required": [
					"judge",
					"base",
					"head",
					"answers",
					"p"
				],
				"description": "Audited answers of each side on which the first judges agree and a later one, by itself, says the opposite."
			},
			"unlikeLosses": {
				"type": "object",
				"properties": {
					"base": { "type": "number" },
					"head": { "type": "number" },
					"answers": {
						"type": "number",
						"description": "Asked for on each side."
					},
					"p": { "type": "number" }
				},
				"required": [
					"base",
					"head",
					"answers",
					"p"
				],
				"description": "Answers that one side lost more often than the other, which may hide what the lost ones said."
			},
			"withinMargins": {
				"type": "object",
				"properties": {
					"scenarios": { "type": "number" },
					"reported": {
						"type": "array",
						"items": {
							"type": "string",
							"enum": [
								"nonCompliance",
								"letThrough",
								"frequentNonCompliance",
								"rejections",
								"disagreement",
								"judgeAgreement",
								"interpretation",
								"newOutliers"
							]
						}
					}
				},
				"required": ["scenarios"],
				"description": "`reported`: metrics that got worse and do not block."
			},
			"limitExceeded": {
				"type": "object",
				"properties": {
					"endpoint": {
						"type": "string",
						"enum": [
							"nonCompliance",
							"letThrough",
							"frequentNonCompliance",
							"rejections",
							"disagreement",
							"judgeAgreement",
							"interpretation"
						]
					},
					"head": { "type": "number" },
					"limit": { "type": "number" }
				},
				"required": [
					"endpoint",
					"head",
					"limit"
				]
			},
			"preExistingBreach": {
				"type": "object",
				"properties": {
					"endpoint": {
						"type": "string",
						"enum": [
							"nonCompliance",
							"letThrough",
							"frequentNonCompliance",
							"rejections",
							"disagreement",
							"judgeAgreement",
							"interpretation"
						]
					},
					"base": { "type": "number" },
					"limit": { "type": "number" }
				},
				"required": [
					"endpoint",
					"base",
					"limit"
				]
			},
			"newOutlier": {
				"anyOf": [{
					"type": "object",
					"properties": {
						"score": { "type": "number" },
						"others": { "type": "number" },
						"model": { "type": "string" },
						"scenario": { "type": "string" }
					},
					"required": [
						"model",
						"others",
						"scenario",
						"score"
					]
				}, {
					"type": "object",
					"properties": {
						"problematic": { "type": "boolean" },
						"otherwise": { "type": "number" },
						"of": { "type": "number" },
						"model": { "type": "string" },
						"scenario": { "type": "string" }
					},
					"required": [
						"model",
						"of",
						"otherwise",
						"problematic",
						"scenario"
					]
				}],
				"description": "A model that newly stands apart from the others: by its value score (0 to 6) against their mean, or by a ruling that `otherwise` of the `of` others do not share."
			},
			"asMuchAsChance": {
				"type": "object",
				"properties": {
					"worse": { "type": "number" },
					"better": { "type": "number" },
					"conflicts": { "type": "number" },
					"newOutliers": { "type": "number" },
					"goneOutliers": { "type": "number" },
					"looked": { "type": "number" }
				},
				"required": [
					"worse",
					"better",
					"conflicts",
					"newOutliers",
					"goneOutliers",
					"looked"
				],
				"description": "Counts of what moved, where they are no more than chance brings among the `looked` things that were tested."
			},
			"accepted": {
				"type": "object",
				"properties": {
					"by": {
						"type": "array",
						"items": { "type": "string" }
					},
					"reason": { "type": "string" },
					"expires": { "type": "string" }
				},
				"required": ["by", "reason"],
				"description": "An intended change that an approver accepted; `expires` is a date."
			},
			"textOrAnswers": {
				"type": "object",
				"properties": {
					"standard": { "type": "number" },
					"standardLow": { "type": "number" },
					"standardHigh": { "type": "number" },
					"behaviour": { "type": "number" },
					"behaviourLow": { "type": "number" },
					"behaviourHigh": { "type": "number" },
					"scenarios": { "type": "number" }
				},
				"required": [
					"standard",
					"behaviour",
					"scenarios"
				],
				"description": "The two parts of a rise, which sum to it: what the new text judges differently, and what the models do differently. Intervals are 95 %."
			},
			"trainingGap": {
				"type": "object",
				"properties": {
					"responses": { "type": "number" },
					"tested": { "type": "number" },
					"clauses": {
						"type": "array",
						"items": { "type": "string" }
					}
				},
				"required": [
					"responses",
					"tested",
					"clauses"
				],
				"description": "Answers that the new text forbids and that models trained before it still give."
			},
			"nonComplianceRose": { "$ref": "#/definitions/EffectArgs" },
			"forbiddenAnswersFell": { "$ref": "#/definitions/EffectArgs" },
			"frequentNonComplianceRose": { "$ref": "#/definitions/EffectArgs" },
			"rejectionsRose": { "$ref": "#/definitions/EffectArgs" },
			"disagreementRose": { "$ref": "#/definitions/EffectArgs" },
			"judgeAgreementFell": { "$ref": "#/definitions/EffectArgs" },
			"interpretationRose": { "$ref": "#/definitions/EffectArgs" },
			"moreLikeThese": {
				"type": "object",
				"properties": {
					"likeCode": { "type": "string" },
					"more": { "type": "number" }
				},
				"required": ["likeCode", "more"],
				"description": "Findings of one kind beyond those that are named, which is a code."
			}
		},
		"required": [
			"acceptanceNotCounted",
			"accepted",
			"ambiguousRulings",
			"answersNotKept",
			"asMuchAsChance",
			"bootstrap",
			"budgetStopped",
			"changedOutOfSight",
			"clauseConflict",
			"clauseLetThrough",
			"clauseUndecided",
			"contestedGround",
			"contradiction",
			"copiedDraws",
			"copiedScenarios",
			"cosmeticOnly",
			"couldHaveShown",
			"disagreementRose",
			"drift",
			"fewGroups",
			"forbiddenAnswersFell",
			"frequentNonComplianceRose",
			"granularityGap",
			"headScenarios",
			"hiddenText",
			"ignoredLines",
			"includesFiles",
			"interpretationRose",
			"interpretiveAmbiguity",
			"interrupted",
			"judgeAgreementFell",
			"judgeDirectedText",
			"judgeIntegrity",
			"judgeOneSided",
			"judgeSilent",
			"judgedByOwnPolicy",
			"lateJudgeParts",
			"levelUnchanged",
			"limitExceeded",
			"linksToFollow",
			"linksToGoneClause",
			"lookAlikes",
			"looseningUnseen",
			"mayPullAgainst",
			"missingCells",
			"modelDrift",
			"modelNotAllowed",
			"modelNotCompared",
			"modelPairInferred",
			"modelUnanswered",
			"moreLikeThese",
			"moreOutOfSight",
			"namedClauses",
			"newOutlier",
			"noChange",
			"noKeys",
			"nonComplianceRose",
			"ofTheseOnly",
			"outdatedBranch",
			"panelAtChance",
			"panelMissesControls",
			"panelNeverObjects",
			"policyLoosened",
			"preExistingBreach",
			"quota",
			"readTwoWays",
			"recordedAnswers",
			"rejectionsRose",
			"removedModelStillEvaluated",
			"repeatedHeading",
			"repeatedRulings",
			"scenariosWritten",
			"shiftedIds",
			"shownToJudgesOnly",
			"simulated",
			"suggestedLinks",
			"templatePrompt",
			"textOrAnswers",
			"textOutsideClauses",
			"thoughtsInAnswers",
			"trainingGap",
			"uncalibrated",
			"unlikeLosses",
			"untestedClause",
			"voidOption",
			"whyMissing",
			"withinMargins",
			"writingStopped"
		],
		"description": "A finding for each metric that got worse, and all others."
	},
	"Remedy": {
		"type": "string",
		"enum": [
			"again",
			"slower",
			"reach",
			"certificate",
			"scheme",
			"window",
			"tier",
			"longer",
			"rights",
			"request",
			"readable",
			"thoughts",
			"willing",
			"address",
			"paid",
			"budget",
			"record"
		]
	},
	"CopiesCounted": {
		"type": "string",
		"enum": [
			"once",
			"beside-others",
			"by-ruling"
		],
		"description": "How copies count: `once` where every model copies; `beside-others` in rows with answers that are none; `by-ruling` with `target`, where each of them is ruled on anew and it is the rulings that are compared."
	},
	"VoidReason": {
		"type": "string",
		"enum": [
			"same-answers",
			"one-text",
			"same-rules",
			"one-model",
			"two-models",
			"one-draw",
			"one-judge",
			"no-classifier",
			"no-rubrics",
			"not-scored",
			"no-shared-clauses"
		],
		"description": "Why a metric is not measured, or cannot move."
	},
	"ResponseType": {
		"type": "string",
		"enum": [
			"full_compliance",
			"compliance_with_additions",
			"conditional_compliance",
			"partial_compliance_with_redirection",
			"soft_rejection_with_alternatives",
			"firm_rejection_with_explanation",
			"complete_rejection"
		]
	},
	"ClauseLetThroughArgs": {
		"type": "object",
		"properties": {
			"clause": { "type": "string" },
			"ref": { "type": "string" },
			"forbidden": { "type": "number" },
			"letThrough": { "type": "number" },
			"p": { "type": "number" },
			"example": { "type": "string" }
		},
		"required": [
			"clause",
			"ref",
			"forbidden",
			"letThrough",
			"p"
		],
		"description": "Of a clause: how many violations of it the base forbids, and how many of those the head lets through. `ref` is the base's name."
	},
	"EffectArgs": {
		"type": "object",
		"properties": {
			"base": { "type": "number" },
			"head": { "type": "number" },
			"change": { "type": "number" },
			"low": {
				"type": "number",
				"description": "The interval that the verdict rests on, and its confidence."
			},
			"high": { "type": "number" },
			"level": { "type": "number" },
			"p": { "type": "number" },
			"elsewhere": {
				"type": "number",
				"description": "One-sided p for scenarios like these, where it shows no rise at that confidence."
			},
			"confirmed": {
				"type": "boolean",
				"description": "Whether fresh answers of both sides showed it again."
			},
			"margin": { "type": "number" },
			"scenarios": { "type": "number" },
			"clauses": {
				"type": "array",
				"items": { "type": "string" },
				"description": "Changed clauses the scenarios are linked to."
			},
			"models": {
				"type": "array",
				"items": { "type": "string" },
				"description": "In a comparison of models: those that were replaced or changed."
			},
			"ref": {
				"type": "string",
				"description": "Where the head forbids less: the base's name, how many answers it forbids, how many of those the head allows, and one of them."
			},
			"forbidden": { "type": "number" },
			"letThrough": { "type": "number" },
			"example": { "type": "string" }
		},
		"required": [
			"base",
			"head",
			"change",
			"margin",
			"scenarios",
			"clauses"
		],
		"description": "What moved, by how much, and how sure that is."
	},
	"Report": {
		"type": "object",
		"properties": {
			"schema": {
				"type": "string",
				"const": "spec-gate/report@1"
			},
			"simulated": {
				"type": "boolean",
				"description": "Any simulated model or judge took part: every view says so."
			},
			"comparison": {
				"type": "string",
				"enum": [
					"target",
					"prompt",
					"model",
					"none"
				]
			},
			"verdict": {
				"type": "object",
				"properties": {
					"status": { "$ref": "#/definitions/VerdictStatus" },
					"resolution": {
						"type": "object",
						"properties": {
							"kind": {
								"type": "string",
								"const": "accepted"
							},
							"by": {
								"type": "array",
								"items": { "type": "string" }
							},
							"reason": { "type": "string" },
							"expires": { "type": "string" }
						},
						"required": [
							"kind",
							"by",
							"reason"
						]
					},
					"reasons": {
						"type": "array",
						"items": { "$ref": "#/definitions/Finding" }
					}
				},
				"required": ["status", "reasons"]
			},
			"base": { "$ref": "#/definitions/ReportSide" },
			"head": { "$ref": "#/definitions/ReportSide" },
			"policyHash": { "type": "string" },
			"approvers": {
				"type": "array",
				"items": { "type": "string" },
				"description": "Who may accept an intended change, as the policy says: users, or `org/team`."
			},
			"acceptances": {
				"type": "string",
				"const": "not-read",
				"description": "Where no review is read, so that none can be accepted: a check on another CI service than GitHub's, or outside the Action."
			},
			"changes": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportChange" }
			},
			"selection": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportSelection" }
			},
			"untested": {
				"type": "array",
				"items": {
					"type": "object",
					"properties": {
						"clause": { "type": "string" },
						"reason": { "type": "string" },
						"why": { "type": "string" }
					},
					"required": ["clause", "reason"]
				}
			},
			"written": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportWritten" },
				"description": "Scenarios written for this change, whole whatever `disclose` says: without their texts nobody could look at them and take them into the bank, and the bank lies in the repository that the report is about."
			},
			"coverage": {
				"$ref": "#/definitions/ReportCoverage",
				"description": "What of the head's spec the bank and what was written test; only in a comparison of specs."
			},
			"endpoints": {
				"type": "object",
				"properties": {
					"nonCompliance": { "$ref": "#/definitions/ReportMetric" },
					"letThrough": { "$ref": "#/definitions/ReportMetric" },
					"frequentNonCompliance": { "$ref": "#/definitions/ReportMetric" },
					"rejections": { "$ref": "#/definitions/ReportMetric" },
					"disagreement": { "$ref": "#/definitions/ReportMetric" },
					"judgeAgreement": { "$ref": "#/definitions/ReportMetric" },
					"interpretation": { "$ref": "#/definitions/ReportMetric" },
					"newOutliers": { "$ref": "#/definitions/ReportMetric" }
				},
				"description": "The metrics; the name is that of the stored format."
			},
			"clauses": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportClause" }
			},
			"models": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportModel" }
			},
			"judges": {
				"type": "object",
				"properties": {
					"panel": {
						"type": "array",
						"items": { "$ref": "#/definitions/ReportJudge" }
					},
					"base": { "$ref": "#/definitions/ReportAgreement" },
					"head": { "$ref": "#/definitions/ReportAgreement" },
					"reach": {
						"$ref": "#/definitions/JudgeReach",
						"description": "How far they could lean with the new text before the canaries would show it; absent where no canaries were judged."
					}
				},
				"required": [
					"panel",
					"base",
					"head"
				]
			},
			"conflicts": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportConflict" }
			},
			"tested": {
				"$ref": "#/definitions/TestedFindings",
				"description": "What was tested beside the verdict, and what of it is more than chance; absent in older reports."
			},
			"readings": {
				"type": "array",
				"items": { "$ref": "#/definitions/ClauseReading" },
				"description": "Clauses that two judges cite together, those they disagree on most often first; absent in older reports."
			},
			"letThrough": {
				"$ref": "#/definitions/ReportLetThrough",
				"description": "What the edit lets through and newly forbids; absent where no clause of the base is touched."
			},
			"scenarios": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportScenario" }
			},
			"outliers": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportOutlier" }
			},
			"modelChanges": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportModelChange" },
				"description": "One a model that was replaced or changed; only in a comparison of models."
			},
			"findings": {
				"type": "array",
				"items": { "$ref": "#/definitions/Finding" }
			},
			"rounds": {
				"type": "array",
				"items": {
					"type": "object",
					"properties": {
						"stage": {
							"type": "string",
							"enum": ["screen", "confirm"]
						},
						"draws": { "type": "number" },
						"scenarios": { "type": "number" },
						"today": {
							"type": "number",
							"description": "Scenarios whose base was asked once more ahead of the head."
						},
						"reused": {
							"type": "boolean",
							"const": true,
							"description": "The screen's answers of the head are the first of this confirmation."
						},
						"outcome": { "type": "string" }
					},
					"required": [
						"stage",
						"draws",
						"scenarios",
						"outcome"
					]
				},
				"description": "How the evidence was gathered: rounds in order."
			},
			"needed": {
				"type": "object",
				"properties": {
					"calls": { "type": "number" },
					"inputTokens": { "type": "number" },
					"outputTokens": { "type": "number" },
					"usd": { "type": "number" }
				},
				"required": [
					"calls",
					"inputTokens",
					"outputTokens"
				],
				"description": "Calls, tokens and price of all evidence used, stored or not. `usd` is absent where a price is unknown."
			},
			"notes": {
				"type": "array",
				"items": { "$ref": "#/definitions/Finding" }
			}
		},
		"required": [
			"schema",
			"simulated",
			"comparison",
			"verdict",
			"base",
			"head",
			"policyHash",
			"changes",
			"selection",
			"untested",
			"endpoints",
			"clauses",
			"models",
			"judges",
			"conflicts",
			"scenarios",
			"outliers",
			"findings",
			"rounds",
			"needed",
			"notes"
		]
	},
	"VerdictStatus": {
		"type": "string",
		"enum": [
			"pass",
			"fail",
			"inconclusive"
		]
	},
	"Finding": {
		"type": "object",
		"properties": {
			"code": { "type": "string" },
			"args": {
				"type": "object",
				"additionalProperties": { "anyOf": [
					{ "type": "string" },
					{ "type": "number" },
					{ "type": "boolean" },
					{
						"type": "array",
						"items": { "type": "string" }
					}
				] }
			},
			"clause": { "type": "string" },
			"severity": { "$ref": "#/definitions/Severity" },
			"place": {
				"type": "object",
				"properties": {
					"file": { "type": "string" },
					"line": { "type": "number" },
					"endLine": { "type": "number" }
				},
				"required": ["file", "line"],
				"description": "Where to look in the head (or, for removed clauses, the base) spec."
			}
		},
		"required": [
			"code",
			"args",
			"severity"
		],
		"description": "What a sentence is made from: a code and its numbers. English lives in messages.ts only."
	},
	"Severity": {
		"type": "string",
		"enum": [
			"error",
			"warning",
			"notice"
		]
	},
	"ReportSide": {
		"type": "object",
		"properties": {
			"ref": { "type": "string" },
			"sha": { "type": "string" },
			"specHash": { "type": "string" },
			"clauses": { "type": "number" },
			"models": {
				"type": "array",
				"items": { "type": "string" },
				"description": "Ids of the models this side ran."
			}
		},
		"required": [
			"ref",
			"specHash",
			"clauses",
			"models"
		]
	},
	"ReportChange": {
		"type": "object",
		"properties": {
			"kind": {
				"type": "string",
				"enum": [
					"added",
					"removed",
					"edited",
					"renamed",
					"moved",
					"cosmetic",
					"unseen"
				]
			},
			"id": { "type": "string" },
			"baseId": { "type": "string" },
			"edited": { "type": "boolean" },
			"moved": { "type": "boolean" },
			"attributes": {
				"type": "array",
				"items": {
					"type": "object",
					"properties": {
						"name": { "type": "string" },
						"base": { "type": "string" },
						"head": { "type": "string" }
					},
					"required": ["name"]
				}
			},
			"path": {
				"type": "object",
				"properties": {
					"base": { "type": "string" },
					"head": { "type": "string" }
				},
				"required": ["base", "head"],
				"description": "The headings above it where they differ, joined by ` › `."
			},
			"file": { "type": "string" },
			"lines": {
				"type": "array",
				"items": { "type": "number" },
				"minItems": 2,
				"maxItems": 2
			},
			"words": {
				"type": "array",
				"items": {
					"type": "object",
					"properties": {
						"kind": {
							"type": "string",
							"enum": [
								"same",
								"removed",
								"added"
							]
						},
						"text": { "type": "string" }
					},
					"required": ["kind", "text"]
				},
				"description": "Word-level difference, trimmed to what `disclose` allows; the spec is the repository's own text."
			}
		},
		"required": [
			"kind",
			"id",
			"edited",
			"moved",
			"attributes",
			"file",
			"lines",
			"words"
		]
	},
	"ReportSelection": {
		"type": "object",
		"properties": {
			"scenario": { "type": "string" },
			"reason": {
				"type": "string",
				"enum": [
					"linked",
					"suggested",
					"named"
				],
				"description": "`named`: linked to another clause, which the edit names."
			},
			"clauses": {
				"type": "array",
				"items": { "type": "string" }
			},
			"similarity": { "type": "number" },
			"nudge": { "$ref": "#/definitions/Nudge" },
			"values": {
				"type": "array",
				"items": { "type": "string" },
				"minItems": 2,
				"maxItems": 2
			},
			"disagreement": { "type": "number" },
			"affected": {
				"type": "boolean",
				"description": "Whether any key differs between the arms; a scenario shown the same texts on both sides is exactly zero and not tested."
			},
			"written": {
				"type": "boolean",
				"const": true,
				"description": "Written for this change."
			}
		},
		"required": [
			"scenario",
			"reason",
			"clauses",
			"affected"
		]
	},
	"Nudge": {
		"type": "string",
		"enum": [
			"neutral",
			"value1",
			"value2"
		]
	},
	"ReportWritten": {
		"type": "object",
		"properties": {
			"clause": { "type": "string" },
			"side": {
				"type": "string",
				"enum": ["base", "head"],
				"description": "Whose text it was written from."
			},
			"about": {
				"type": "string",
				"description": "The sentence, or what pulls against the clause."
			},
			"row": { "$ref": "#/definitions/ScenarioRow" }
		},
		"required": [
			"clause",
			"side",
			"about",
			"row"
		],
		"description": "A scenario that was written for this change, as a line of the bank would hold it."
	},
	"ScenarioRow": {
		"type": "object",
		"properties": {
			"id": {
				"type": "string",
				"pattern": "^[\\p{L}\\p{N}][\\p{L}\\p{N}._:/+-]{0,199}$"
			},
			"query": { "type": "string" },
			"messages": {
				"minItems": 1,
				"type": "array",
				"items": {
					"type": "object",
					"properties": {
						"role": {
							"type": "string",
							"enum": [
								"system",
								"developer",
								"user",
								"assistant",
								"tool"
							]
						},
						"content": { "type": "string" }
					},
					"required": ["role", "content"]
				}
			},
			"value1": {
				"type": "string",
				"maxLength": 300
			},
			"value2": {
				"type": "string",
				"maxLength": 300
			},
			"nudge": {
				"type": "string",
				"enum": [
					"neutral",
					"value1",
					"value2"
				]
			},
			"rubric1": {
				"type": "array",
				"prefixItems": [
					{ "type": "string" },
					{ "type": "string" },
					{ "type": "string" },
					{ "type": "string" },
					{ "type": "string" },
					{ "type": "string" },
					{ "type": "string" }
				],
				"items": false,
				"minItems": 7,
				"maxItems": 7
			},
			"rubric2": {
				"type": "array",
				"prefixItems": [
					{ "type": "string" },
					{ "type": "string" },
					{ "type": "string" },
					{ "type": "string" },
					{ "type": "string" },
					{ "type": "string" },
					{ "type": "string" }
				],
				"items": false,
				"minItems": 7,
				"maxItems": 7
			},
			"clauses": {
				"type": "array",
				"items": {
					"type": "string",
					"maxLength": 300
				}
			},
			"topics": {
				"type": "array",
				"items": {
					"type": "string",
					"maxLength": 300
				}
			},
			"disagreement": {
				"type": "number",
				"minimum": 0,
				"maximum": 3
			},
			"source": {
				"type": "string",
				"maxLength": 300
			},
			"group": {
				"type": "string",
				"maxLength": 300
			},
			"scored": {
				"type": "object",
				"properties": {
					"scores": {
						"type": "object",
						"propertyNames": {
							"type": "string",
							"maxLength": 300
						},
						"additionalProperties": {
							"type": "object",
							"properties": {
								"value1": { "anyOf": [{
									"type": "number",
									"minimum": 0,
									"maximum": 6
								}, { "type": "null" }] },
								"value2": { "anyOf": [{
									"type": "number",
									"minimum": 0,
									"maximum": 6
								}, { "type": "null" }] },
								"confidence": {
									"type": "number",
									"minimum": 0,
									"maximum": 1
								}
							},
							"required": ["value1", "value2"]
						}
					},
					"disagreements": {
						"type": "object",
						"propertyNames": {
							"type": "string",
							"maxLength": 300
						},
						"additionalProperties": {
							"type": "number",
							"minimum": 0,
							"maximum": 3
						}
					},
					"responseTypes": {
						"type": "object",
						"propertyNames": {
							"type": "string",
							"maxLength": 300
						},
						"additionalProperties": {
							"type": "string",
							"enum": [
								"full_compliance",
								"compliance_with_additions",
								"conditional_compliance",
								"partial_compliance_with_redirection",
								"soft_rejection_with_alternatives",
								"firm_rejection_with_explanation",
								"complete_rejection"
							]
						}
					},
					"expressed": {
						"type": "object",
						"propertyNames": {
							"type": "string",
							"maxLength": 300
						},
						"additionalProperties": {
							"type": "array",
							"items": {
								"type": "string",
								"maxLength": 300
							}
						}
					},
					"compliance": {
						"type": "object",
						"propertyNames": {
							"type": "string",
							"maxLength": 300
						},
						"additionalProperties": {
							"type": "object",
							"propertyNames": {
								"type": "string",
								"maxLength": 300
							},
							"additionalProperties": {
								"type": "string",
								"enum": [
									"compliant",
									"non-compliant",
									"ambiguous"
								]
							}
						}
					},
					"provenance": {
						"type": "object",
						"properties": {
							"models": {
								"type": "array",
								"items": {
									"type": "string",
									"maxLength": 300
								}
							},
							"classifier": {
								"type": "string",
								"maxLength": 300
							},
							"judges": {
								"type": "array",
								"items": {
									"type": "string",
									"maxLength": 300
								}
							},
							"prompts": {
								"type": "object",
								"propertyNames": {
									"type": "string",
									"maxLength": 300
								},
								"additionalProperties": {
									"type": "string",
									"maxLength": 300
								}
							},
							"date": {
								"type": "string",
								"maxLength": 300
							},
							"draw": {
								"type": "string",
								"maxLength": 300
							},
							"spec": {
								"type": "string",
								"maxLength": 300
							}
						}
					}
				}
			}
		},
		"required": ["id"],
		"title": "Spec Gate scenario bank: one line",
		"oneOf": [{ "required": ["query"] }, { "required": ["messages"] }],
		"dependentRequired": {
			"value1": ["value2"],
			"value2": ["value1"],
			"rubric1": ["rubric2", "value1"],
			"rubric2": ["rubric1", "value1"]
		}
	},
	"ReportCoverage": {
		"type": "object",
		"properties": {
			"clauses": { "type": "number" },
			"testedClauses": { "type": "number" },
			"demands": { "type": "number" },
			"testedDemands": { "type": "number" },
			"changed": {
				"type": "array",
				"items": { "$ref": "#/definitions/ChangeCoverage" }
			}
		},
		"required": [
			"changed",
			"clauses",
			"demands",
			"testedClauses",
			"testedDemands"
		],
		"description": "How much of the spec is tested, and which changed sentences no scenario touches. Sentences are the spec's own text."
	},
	"ChangeCoverage": {
		"type": "object",
		"properties": {
			"clause": { "type": "string" },
			"scenarios": { "type": "number" },
			"sentences": {
				"type": "array",
				"items": { "$ref": "#/definitions/SentenceCoverage" },
				"description": "Sentences that the head alone has (for a removed clause, those that went)."
			}
		},
		"required": [
			"clause",
			"scenarios",
			"sentences"
		]
	},
	"SentenceCoverage": {
		"type": "object",
		"properties": {
			"text": { "type": "string" },
			"by": {
				"type": "string",
				"description": "The word that makes it a demand (spec/demands.ts); absent for a changed sentence that demands nothing."
			},
			"scenarios": {
				"type": "number",
				"description": "Of a clause with more than a thousand an estimate from a sample of them."
			}
		},
		"required": ["text", "scenarios"]
	},
	"ReportMetric": { "$ref": "#/definitions/MetricDecision" },
	"MetricDecision": {
		"type": "object",
		"properties": {
			"status": { "$ref": "#/definitions/MetricStatus" },
			"why": {
				"$ref": "#/definitions/VoidReason",
				"description": "Why the metric does not apply, where it does not."
			},
			"unchanged": {
				"type": "boolean",
				"const": true,
				"description": "The same on both sides whatever the edit: what there is of it is a fact about this change's scenarios."
			},
			"stage": {
				"type": "string",
				"enum": ["screen", "confirm"]
			},
			"base": {
				"type": "number",
				"description": "Shares for (frequent) non-compliance, mean D for disagreement, the share of agreeing pairs for judge agreement."
			},
			"head": { "type": "number" },
			"change": {
				"type": "number",
				"description": "Positive is worse; for judge agreement it is the fall."
			},
			"gone": {
				"type": "number",
				"description": "Of outliers, whose change counts the new ones: base + change - gone = head."
			},
			"interval": {
				"type": "array",
				"items": { "type": "number" },
				"minItems": 2,
				"maxItems": 2,
				"description": "Two-sided, and the one that the status rests on: of a failure and with `ofThese` that on these scenarios, else that for scenarios like them; where a pass rests on screen and fresh draws together, change and interval are of both."
			},
			"ofThese": {
				"type": "boolean",
				"const": true,
				"description": "Of a change of models, where a bank has no more scenarios: it is decided, and the interval holds, for these; what it would be on others like them is the second claim."
			},
			"level": {
				"type": "number",
				"description": "Confidence level of the interval and of the claims' intervals."
			},
			"p": {
				"type": "number",
				"description": "One-sided, for \"head is worse\"."
			},
			"adjustedP": {
				"type": "number",
				"description": "p after Holm's correction over the flagged blocking metrics."
			},
			"claims": { "$ref": "#/definitions/Claims" },
			"margin": { "type": "number" },
			"limit": { "type": "number" },
			"detectable": {
				"type": "number",
				"description": "The smallest rise that would have failed in 4 of 5 checks with evidence like this, at this look's level."
			},
			"pooled": {
				"type": "object",
				"properties": {
					"change": { "type": "number" },
					"bound": { "type": "number" }
				},
				"required": ["change", "bound"],
				"description": "Where a confirmation passed on screen and fresh draws together: that estimate and the bound that is below the margin."
			},
			"scenarios": {
				"type": "number",
				"description": "Scenarios with evidence on both arms."
			}
		},
		"required": ["status", "scenarios"]
	},
	"MetricStatus": {
		"type": "string",
		"enum": [
			"pass",
			"fail",
			"inconclusive",
			"report",
			"not-applicable",
			"pre-existing"
		],
		"description": "`not-applicable` is never a pass: the metric cannot move in this comparison, or nothing measures it."
	},
	"Claims": {
		"type": "object",
		"properties": {
			"theseScenarios": { "$ref": "#/definitions/Claim" },
			"scenariosLikeThem": { "$ref": "#/definitions/Claim" },
			"differs": {
				"type": "boolean",
				"const": true,
				"description": "The effect spreads over scenarios more than their draws explain, so it need not be the same on others."
			}
		},
		"required": ["theseScenarios", "scenariosLikeThem"]
	},
	"Claim": {
		"type": "object",
		"properties": {
			"p": {
				"type": "number",
				"description": "One-sided, for \"head is worse\"."
			},
			"interval": {
				"type": "array",
				"items": { "type": "number" },
				"minItems": 2,
				"maxItems": 2
			}
		},
		"required": ["p"]
	},
	"ReportClause": { "$ref": "#/definitions/ClauseDecision" },
	"ClauseDecision": {
		"type": "object",
		"properties": {
			"scenarios": { "type": "number" },
			"base": { "type": "number" },
			"head": { "type": "number" },
			"change": { "type": "number" },
			"interval": {
				"type": "array",
				"items": { "type": "number" },
				"minItems": 2,
				"maxItems": 2
			},
			"adjustedP": {
				"type": "number",
				"description": "Benjamini-Hochberg adjusted over the clauses tested."
			},
			"status": {
				"type": "string",
				"enum": [
					"changed",
					"no-effect-seen",
					"untested"
				]
			},
			"detectable": { "type": "number" },
			"id": { "type": "string" },
			"interpretation": {
				"$ref": "#/definitions/ClauseMovement",
				"description": "How far judges part in rulings that cite the clause; absent where no judge cites it."
			}
		},
		"required": [
			"id",
			"scenarios",
			"status"
		],
		"description": "Non-compliance, by clause."
	},
	"ClauseMovement": {
		"type": "object",
		"properties": {
			"scenarios": { "type": "number" },
			"base": { "type": "number" },
			"head": { "type": "number" },
			"change": { "type": "number" },
			"interval": {
				"type": "array",
				"items": { "type": "number" },
				"minItems": 2,
				"maxItems": 2
			},
			"adjustedP": {
				"type": "number",
				"description": "Benjamini-Hochberg adjusted over the clauses tested."
			},
			"status": {
				"type": "string",
				"enum": [
					"changed",
					"no-effect-seen",
					"untested"
				]
			},
			"detectable": { "type": "number" }
		},
		"required": ["scenarios", "status"],
		"description": "How far something moved on the scenarios of a clause."
	},
	"ReportModel": {
		"type": "object",
		"properties": {
			"model": { "type": "string" },
			"replaces": { "type": "string" },
			"base": { "type": "number" },
			"head": { "type": "number" },
			"responses": { "type": "number" },
			"missing": { "type": "number" },
			"outliers": {
				"$ref": "#/definitions/OutlierCount",
				"description": "base + new - gone = head."
			},
			"responseTypes": {
				"type": "object",
				"properties": {
					"base": {
						"type": "object",
						"properties": {
							"full_compliance": { "type": "number" },
							"compliance_with_additions": { "type": "number" },
							"conditional_compliance": { "type": "number" },
							"partial_compliance_with_redirection": { "type": "number" },
							"soft_rejection_with_alternatives": { "type": "number" },
							"firm_rejection_with_explanation": { "type": "number" },
							"complete_rejection": { "type": "number" }
						}
					},
					"head": {
						"type": "object",
						"properties": {
							"full_compliance": { "type": "number" },
							"compliance_with_additions": { "type": "number" },
							"conditional_compliance": { "type": "number" },
							"partial_compliance_with_redirection": { "type": "number" },
							"soft_rejection_with_alternatives": { "type": "number" },
							"firm_rejection_with_explanation": { "type": "number" },
							"complete_rejection": { "type": "number" }
						}
					}
				},
				"required": ["base", "head"]
			},
			"returnedModels": {
				"type": "array",
				"items": { "type": "string" },
				"description": "Returned model ids seen that differ from the requested one: drift to look at. Sorted, twenty at most."
			}
		},
		"required": [
			"model",
			"responses",
			"missing",
			"outliers",
			"responseTypes",
			"returnedModels"
		]
	},
	"OutlierCount": {
		"type": "object",
		"properties": {
			"base": { "type": "number" },
			"head": { "type": "number" },
			"new": { "type": "number" },
			"gone": { "type": "number" },
			"standing": { "type": "number" }
		},
		"required": [
			"base",
			"head",
			"new",
			"gone",
			"standing"
		],
		"description": "How many there are. `base + new - gone = head`, always."
	},
	"ReportJudge": {
		"type": "object",
		"properties": {
			"judge": { "type": "string" },
			"rulings": { "type": "number" },
			"abstained": { "type": "number" },
			"flagRate": {
				"type": "number",
				"description": "Share that is not `compliant`, of the rulings it was asked for whatever the others said; undefined without one."
			},
			"known": {
				"type": "object",
				"properties": {
					"right": { "type": "number" },
					"asked": { "type": "number" }
				},
				"required": ["right", "asked"],
				"description": "Of the `asked` answers whose ruling is known, how many this judge ruled on rightly."
			}
		},
		"required": [
			"abstained",
			"judge",
			"rulings"
		]
	},
	"ReportAgreement": { "$ref": "#/definitions/Agreement" },
	"Agreement": {
		"type": "object",
		"properties": {
			"cells": {
				"type": "number",
				"description": "Audited cells with two rulings or more."
			},
			"raw": { "$ref": "#/definitions/AgreementEstimate" },
			"fleissKappa": { "$ref": "#/definitions/AgreementEstimate" },
			"gwetAc1": { "$ref": "#/definitions/AgreementEstimate" }
		},
		"required": [
			"cells",
			"raw",
			"fleissKappa",
			"gwetAc1"
		],
		"description": "Of two categories, problematic or not: a ruling of ambiguous sides with non-compliant."
	},
	"AgreementEstimate": {
		"anyOf": [{
			"type": "object",
			"properties": {
				"status": {
					"type": "string",
					"const": "defined"
				},
				"value": { "type": "number" },
				"interval": {
					"type": "array",
					"items": { "type": "number" },
					"minItems": 2,
					"maxItems": 2
				}
			},
			"required": ["status", "value"]
		}, {
			"type": "object",
			"properties": {
				"status": {
					"type": "string",
					"const": "undefined"
				},
				"reason": { "type": "string" }
			},
			"required": ["status", "reason"]
		}],
		"description": "A number that may be undefined (0/0), with the reason."
	},
	"JudgeReach": {
		"type": "object",
		"properties": {
			"rulings": {
				"type": "number",
				"description": "Rulings on canaries that were right under the base text, each asked again under the head's."
			},
			"milder": {
				"type": "number",
				"description": "Judges who became so much milder, or stricter, with the new text would go unnoticed (95 %, one-sided)."
			},
			"stricter": { "type": "number" },
			"turns": {
				"type": "object",
				"properties": {
					"way": {
						"type": "string",
						"enum": ["milder", "stricter"]
					},
					"by": { "type": "number" }
				},
				"required": ["way", "by"],
				"description": "The lean that would turn what was decided of non-compliance, where there is one within reach."
			}
		},
		"required": [
			"rulings",
			"milder",
			"stricter"
		],
		"description": "Shares of answers, like the change of non-compliance that they are held against."
	},
	"ReportConflict": {
		"type": "object",
		"properties": {
			"against": {
				"type": "string",
				"description": "Cited by those who ruled against the response, and by those who ruled for it."
			},
			"favour": { "type": "string" },
			"responses": {
				"type": "object",
				"properties": {
					"base": { "type": "number" },
					"head": { "type": "number" }
				},
				"required": ["base", "head"]
			},
			"scenarios": {
				"type": "object",
				"properties": {
					"base": { "type": "number" },
					"head": { "type": "number" }
				},
				"required": ["base", "head"]
			},
			"tested": { "type": "number" },
			"examples": {
				"type": "array",
				"items": { "type": "string" }
			}
		},
		"required": [
			"against",
			"favour",
			"responses",
			"scenarios",
			"tested",
			"examples"
		],
		"description": "Judges citing different clauses for opposite rulings on the same responses."
	},
	"TestedFindings": {
		"type": "object",
		"properties": {
			"looked": {
				"type": "number",
				"description": "Things that were looked at."
			},
			"conflicts": {
				"type": "array",
				"items": {
					"type": "object",
					"properties": {
						"clauses": {
							"type": "array",
							"items": { "type": "string" },
							"minItems": 2,
							"maxItems": 2
						},
						"p": { "type": "number" },
						"adjustedP": {
							"type": "number",
							"description": "Benjamini-Hochberg over all that could speak; 1 for what could not."
						},
						"isSure": {
							"type": "boolean",
							"description": "Whether it is reported as found; everything else counts as chance."
						}
					},
					"required": [
						"adjustedP",
						"clauses",
						"isSure",
						"p"
					]
				},
				"description": "Pairs of clauses that any two judges were torn between, in order."
			},
			"ambiguity": {
				"$ref": "#/definitions/Tested",
				"description": "Rulings of \"ambiguous\", over all scenarios."
			},
			"scenarios": {
				"type": "object",
				"properties": {
					"worse": { "type": "number" },
					"better": { "type": "number" },
					"p": { "type": "number" },
					"adjustedP": {
						"type": "number",
						"description": "Benjamini-Hochberg over all that could speak; 1 for what could not."
					},
					"isSure": {
						"type": "boolean",
						"description": "Whether it is reported as found; everything else counts as chance."
					}
				},
				"required": [
					"adjustedP",
					"better",
					"isSure",
					"p",
					"worse"
				],
				"description": "Scenarios on which more models fail than before, and on which fewer do, on equal draws."
			},
			"outliers": {
				"type": "array",
				"items": {
					"type": "object",
					"properties": {
						"model": { "type": "string" },
						"new": { "type": "number" },
						"gone": { "type": "number" },
						"p": { "type": "number" },
						"adjustedP": {
							"type": "number",
							"description": "Benjamini-Hochberg over all that could speak; 1 for what could not."
						},
						"isSure": {
							"type": "boolean",
							"description": "Whether it is reported as found; everything else counts as chance."
						}
					},
					"required": [
						"adjustedP",
						"gone",
						"isSure",
						"model",
						"new",
						"p"
					]
				},
				"description": "By model, outliers that came and that went, on equal draws; models without either are left out."
			}
		},
		"required": [
			"looked",
			"conflicts",
			"outliers"
		]
	},
	"Tested": {
		"type": "object",
		"properties": {
			"p": { "type": "number" },
			"adjustedP": {
				"type": "number",
				"description": "Benjamini-Hochberg over all that could speak; 1 for what could not."
			},
			"isSure": {
				"type": "boolean",
				"description": "Whether it is reported as found; everything else counts as chance."
			}
		},
		"required": [
			"p",
			"adjustedP",
			"isSure"
		]
	},
	"ClauseReading": {
		"type": "object",
		"properties": {
			"clause": { "type": "string" },
			"sides": {
				"type": "object",
				"properties": {
					"base": { "$ref": "#/definitions/ReadingCount" },
					"head": { "$ref": "#/definitions/ReadingCount" }
				},
				"required": ["base", "head"]
			},
			"pairs": {
				"type": "array",
				"items": {
					"type": "object",
					"properties": {
						"judges": {
							"type": "array",
							"items": { "type": "string" },
							"minItems": 2,
							"maxItems": 2
						},
						"sides": {
							"type": "object",
							"properties": {
								"base": { "$ref": "#/definitions/ReadingCount" },
								"head": { "$ref": "#/definitions/ReadingCount" }
							},
							"required": ["base", "head"]
						}
					},
					"required": ["judges", "sides"]
				}
			},
			"examples": {
				"type": "array",
				"items": { "type": "string" },
				"description": "Answers on which a pair parts on the head, most of them first; at most five scenarios."
			}
		},
		"required": [
			"clause",
			"sides",
			"pairs",
			"examples"
		]
	},
	"ReadingCount": {
		"type": "object",
		"properties": {
			"rests": { "type": "number" },
			"parts": { "type": "number" }
		},
		"required": ["rests", "parts"],
		"description": "Pairs of rulings on one answer: `rests` counts those that both cite the clause, `parts` those of them that rule oppositely."
	},
	"ReportLetThrough": {
		"type": "object",
		"properties": {
			"answers": { "$ref": "#/definitions/ReportBothTexts" },
			"clauses": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportClauseLetThrough" }
			},
			"examples": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportLetThroughExample" }
			}
		},
		"required": ["clauses", "examples"]
	},
	"ReportBothTexts": {
		"type": "object",
		"properties": {
			"answers": { "type": "number" },
			"forbidden": {
				"type": "number",
				"description": "Base forbids them."
			},
			"letThrough": {
				"type": "number",
				"description": "Base forbids them and head does not."
			},
			"newlyForbidden": {
				"type": "number",
				"description": "Head forbids them and base does not."
			},
			"interval": {
				"type": "array",
				"items": { "type": "number" },
				"minItems": 2,
				"maxItems": 2
			}
		},
		"required": [
			"answers",
			"forbidden",
			"letThrough",
			"newlyForbidden"
		],
		"description": "Answers under both texts: with `specUse: target` the stored ones, with `prompt` the head's own, which its text brought about. The interval is of the share of the forbidden ones that are let through (Wilson, 95 %)."
	},
	"ReportClauseLetThrough": {
		"type": "object",
		"properties": {
			"clause": { "type": "string" },
			"answers": {
				"$ref": "#/definitions/ReportBothTexts",
				"description": "Absent in reports of earlier versions, where each side answers by itself."
			},
			"violations": {
				"type": "object",
				"properties": {
					"forbidden": { "type": "number" },
					"letThrough": { "type": "number" }
				},
				"required": ["forbidden", "letThrough"],
				"description": "Answers that break it under the base text, judged again under both; `letThrough` of those that base forbids."
			}
		},
		"required": ["clause", "violations"],
		"description": "A touched clause: answers of the scenarios linked to it, and its violations."
	},
	"ReportLetThroughExample": {
		"type": "object",
		"properties": {
			"name": {
				"type": "string",
				"description": "The scenario, or the labelled item."
			},
			"model": {
				"type": "string",
				"description": "Absent for a labelled item."
			},
			"clauses": {
				"type": "array",
				"items": { "type": "string" }
			},
			"response": {
				"type": "string",
				"description": "As far as `disclose` allows; so are the judges' reasons."
			},
			"base": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportRuling" }
			},
			"head": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportRuling" }
			}
		},
		"required": [
			"name",
			"clauses",
			"base",
			"head"
		],
		"description": "One answer that base forbids and head does not."
	},
	"ReportRuling": {
		"type": "object",
		"properties": {
			"judge": { "type": "string" },
			"ruling": { "type": "string" },
			"clauses": {
				"type": "array",
				"items": { "type": "string" }
			},
			"reasoning": { "type": "string" }
		},
		"required": [
			"judge",
			"ruling",
			"clauses"
		],
		"description": "What one judge said; its reason as far as `disclose` allows."
	},
	"ReportScenario": {
		"type": "object",
		"properties": {
			"scenario": { "type": "string" },
			"written": {
				"type": "boolean",
				"const": true,
				"description": "Written for this change."
			},
			"clauses": {
				"type": "array",
				"items": { "type": "string" }
			},
			"problematicModels": {
				"type": "object",
				"properties": {
					"base": {
						"type": "array",
						"items": { "type": "string" }
					},
					"head": {
						"type": "array",
						"items": { "type": "string" }
					}
				},
				"required": ["base", "head"],
				"description": "Models whose majority of draws was problematic."
			},
			"base": {
				"type": "number",
				"description": "Share of problematic cells."
			},
			"head": { "type": "number" },
			"disagreement": {
				"type": "object",
				"properties": {
					"base": { "type": "number" },
					"head": { "type": "number" }
				}
			},
			"missing": { "type": "number" },
			"query": {
				"type": "string",
				"description": "Excerpts, as far as `disclose` allows."
			},
			"examples": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportExample" }
			}
		},
		"required": [
			"scenario",
			"clauses",
			"problematicModels",
			"disagreement",
			"missing"
		]
	},
	"ReportExample": {
		"type": "object",
		"properties": {
			"model": { "type": "string" },
			"arm": {
				"type": "string",
				"enum": ["base", "head"]
			},
			"response": { "type": "string" },
			"judgments": {
				"type": "array",
				"items": {
					"type": "object",
					"properties": {
						"judge": { "type": "string" },
						"ruling": { "type": "string" },
						"clauses": {
							"type": "array",
							"items": { "type": "string" }
						},
						"reasoning": { "type": "string" }
					},
					"required": [
						"judge",
						"ruling",
						"clauses",
						"reasoning"
					]
				}
			}
		},
		"required": [
			"model",
			"arm",
			"response",
			"judgments"
		]
	},
	"ReportOutlier": {
		"anyOf": [{
			"type": "object",
			"properties": {
				"scenario": { "type": "string" },
				"model": { "type": "string" },
				"clauses": {
					"type": "array",
					"items": { "type": "string" },
					"description": "The scenario's clauses, of a spec change those that it touches; and what the scenario is about."
				},
				"topics": {
					"type": "array",
					"items": { "type": "string" }
				},
				"status": { "$ref": "#/definitions/OutlierStatus" },
				"lean": {
					"$ref": "#/definitions/Lean",
					"description": "Absent where it leans neither way."
				},
				"answer": {
					"$ref": "#/definitions/ReportAnswer",
					"description": "Its answer, and a typical one of the other models in the same draw."
				},
				"typical": { "$ref": "#/definitions/ReportAnswer" },
				"basis": {
					"type": "string",
					"const": "scores"
				},
				"value": {
					"type": "string",
					"enum": ["value1", "value2"]
				},
				"score": { "type": "number" },
				"others": {
					"type": "array",
					"items": { "type": "number" }
				}
			},
			"required": [
				"basis",
				"clauses",
				"model",
				"others",
				"scenario",
				"score",
				"status",
				"topics",
				"value"
			]
		}, {
			"type": "object",
			"properties": {
				"scenario": { "type": "string" },
				"model": { "type": "string" },
				"clauses": {
					"type": "array",
					"items": { "type": "string" },
					"description": "The scenario's clauses, of a spec change those that it touches; and what the scenario is about."
				},
				"topics": {
					"type": "array",
					"items": { "type": "string" }
				},
				"status": { "$ref": "#/definitions/OutlierStatus" },
				"lean": {
					"$ref": "#/definitions/Lean",
					"description": "Absent where it leans neither way."
				},
				"answer": {
					"$ref": "#/definitions/ReportAnswer",
					"description": "Its answer, and a typical one of the other models in the same draw."
				},
				"typical": { "$ref": "#/definitions/ReportAnswer" },
				"basis": {
					"type": "string",
					"const": "rulings"
				},
				"problematic": { "type": "boolean" },
				"otherwise": {
					"type": "number",
					"description": "How many of the others that have a ruling are ruled on the other way."
				},
				"of": { "type": "number" }
			},
			"required": [
				"basis",
				"clauses",
				"model",
				"of",
				"otherwise",
				"problematic",
				"scenario",
				"status",
				"topics"
			]
		}],
		"description": "One response: by its score on the value where it is farthest from the others', or by how it is ruled on."
	},
	"OutlierStatus": {
		"type": "string",
		"enum": [
			"new",
			"gone",
			"standing",
			"unconfirmed"
		],
		"description": "`unconfirmed`: seen, but too few draws, or the draws of either side do not agree; part of no count."
	},
	"Lean": {
		"type": "string",
		"enum": ["over-permissive", "over-conservative"]
	},
	"ReportAnswer": {
		"type": "object",
		"properties": {
			"model": { "type": "string" },
			"problematic": { "anyOf": [{ "type": "boolean" }, {
				"type": "string",
				"const": "missing"
			}] },
			"responseType": {
				"$ref": "#/definitions/ResponseType",
				"description": "Absent where answers are not scored."
			},
			"scores": {
				"type": "array",
				"items": { "type": "number" },
				"minItems": 2,
				"maxItems": 2
			},
			"clauses": {
				"type": "array",
				"items": { "type": "string" },
				"description": "Clauses cited by the judges whose ruling holds."
			},
			"response": { "type": "string" }
		},
		"required": [
			"model",
			"problematic",
			"clauses"
		],
		"description": "One answer: what was said of it, and its text as far as `disclose` allows."
	},
	"ReportModelChange": {
		"type": "object",
		"properties": {
			"nonCompliance": { "$ref": "#/definitions/Shift" },
			"rejections": { "$ref": "#/definitions/Shift" },
			"kinds": { "$ref": "#/definitions/Movement" },
			"scores": { "$ref": "#/definitions/Movement" },
			"model": {
				"type": "string",
				"description": "The model of the head."
			},
			"panel": {
				"type": "object",
				"properties": {
					"others": { "type": "number" },
					"nonCompliance": { "$ref": "#/definitions/Shift" },
					"rejections": { "$ref": "#/definitions/Shift" }
				},
				"required": ["others"],
				"description": "The head's answers against those of the panel's other models on the same scenarios and draws; base is the others' mean."
			},
			"refusals": {
				"type": "object",
				"properties": {
					"fresh": { "type": "number" },
					"gone": { "type": "number" },
					"isSure": { "type": "boolean" }
				},
				"required": [
					"fresh",
					"gone",
					"isSure"
				],
				"description": "Scenarios with a false refusal that is new and that is gone, and whether that is more than draws show; absent where none is."
			},
			"values": {
				"type": "array",
				"items": { "$ref": "#/definitions/ClauseDecision" },
				"description": "Mean score (0 to 6) for the values of a category, where two scenarios or more weigh it; largest change first."
			},
			"clauses": {
				"type": "array",
				"items": { "$ref": "#/definitions/GroupShift" }
			},
			"topics": {
				"type": "array",
				"items": { "$ref": "#/definitions/GroupShift" }
			},
			"replaces": {
				"type": "string",
				"description": "The model before it; the same id where only its version, parameters or system prompt changed. None for an added one."
			},
			"origin": {
				"type": "string",
				"enum": [
					"declared",
					"inferred",
					"same",
					"added"
				]
			},
			"differences": {
				"type": "array",
				"items": {
					"type": "object",
					"properties": {
						"what": { "type": "string" },
						"base": { "type": "string" },
						"head": { "type": "string" }
					},
					"required": ["what"]
				}
			},
			"stage": {
				"type": "string",
				"enum": ["screen", "confirm"],
				"description": "The evidence that the figures are read on: that of the last stage."
			},
			"forbidden": {
				"$ref": "#/definitions/ReportForbidden",
				"description": "Absent for an added model, and where no pair of answers has rulings."
			},
			"outliers": {
				"type": "object",
				"properties": {
					"new": { "type": "number" },
					"gone": { "type": "number" },
					"standing": { "type": "number" }
				},
				"required": [
					"new",
					"gone",
					"standing"
				]
			},
			"falseRefusals": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportFalseRefusal" }
			},
			"examples": {
				"type": "array",
				"items": { "$ref": "#/definitions/ReportContrast" }
			}
		},
		"required": [
			"clauses",
			"differences",
			"examples",
			"falseRefusals",
			"model",
			"origin",
			"outliers",
			"panel",
			"stage",
			"topics",
			"values"
		],
		"description": "One model of a change against the one it replaces, and beside the panel. The metrics decide; this says what differs."
	},
	"Shift": {
		"type": "object",
		"properties": {
			"base": { "type": "number" },
			"head": { "type": "number" },
			"change": { "type": "number" },
			"interval": {
				"type": "array",
				"items": { "type": "number" },
				"minItems": 2,
				"maxItems": 2,
				"description": "Two-sided 95 %, Student's t over scenarios."
			},
			"p": {
				"type": "number",
				"description": "Two-sided; and after Holm over the figures of all changed models, those beside the panel apart."
			},
			"adjustedP": { "type": "number" },
			"scenarios": { "type": "number" }
		},
		"required": [
			"base",
			"head",
			"change",
			"p",
			"adjustedP",
			"scenarios"
		],
		"description": "A figure on both sides."
	},
	"Movement": {
		"type": "object",
		"properties": {
			"distance": {
				"type": "number",
				"description": "Mean over scenarios. Kinds: share of answers that would have to be of another kind. Scores: points on a spectrum."
			},
			"expected": {
				"type": "number",
				"description": "The distance that draws alone would show if nothing had changed."
			},
			"p": {
				"type": "number",
				"description": "As above."
			},
			"adjustedP": { "type": "number" },
			"scenarios": { "type": "number" }
		},
		"required": [
			"distance",
			"expected",
			"p",
			"adjustedP",
			"scenarios"
		],
		"description": "How far answers moved, in whatever direction."
	},
	"GroupShift": {
		"type": "object",
		"properties": {
			"id": { "type": "string" },
			"nonCompliance": { "$ref": "#/definitions/ClauseDecision" },
			"rejections": {
				"$ref": "#/definitions/ClauseDecision",
				"description": "Where answers are scored."
			}
		},
		"required": ["id", "nonCompliance"],
		"description": "The scenarios of a clause or a topic."
	},
	"ReportForbidden": {
		"type": "object",
		"properties": {
			"answers": { "type": "number" },
			"base": {
				"type": "number",
				"description": "Pairs in which the text forbids the old model's answer, and those in which it forbids the new one's."
			},
			"head": { "type": "number" },
			"onlyHead": {
				"type": "number",
				"description": "Pairs in which it forbids only the new model's answer, and only the old one's."
			},
			"onlyBase": { "type": "number" },
			"interval": {
				"type": "array",
				"items": { "type": "number" },
				"minItems": 2,
				"maxItems": 2
			},
			"clauses": {
				"type": "array",
				"items": {
					"type": "object",
					"properties": {
						"clause": { "type": "string" },
						"answers": { "type": "number" },
						"base": {
							"type": "number",
							"description": "Pairs in which the text forbids the old model's answer, and those in which it forbids the new one's."
						},
						"head": { "type": "number" },
						"onlyHead": {
							"type": "number",
							"description": "Pairs in which it forbids only the new model's answer, and only the old one's."
						},
						"onlyBase": { "type": "number" }
					},
					"required": [
						"answers",
						"base",
						"clause",
						"head",
						"onlyBase",
						"onlyHead"
					]
				},
				"description": "Clauses on whose scenarios one breaks it where the other does not, those of the new one's first."
			}
		},
		"required": [
			"answers",
			"base",
			"clauses",
			"head",
			"onlyBase",
			"onlyHead"
		],
		"description": "How many answers of each model the spec forbids. The interval (Wilson, 95 %) is of the share of pairs in which only the new model's answer is forbidden."
	},
	"ReportFalseRefusal": {
		"type": "object",
		"properties": {
			"scenario": { "type": "string" },
			"status": {
				"type": "string",
				"enum": [
					"new",
					"gone",
					"standing"
				]
			},
			"helped": {
				"type": "number",
				"description": "How many of the `others` helped and were found compliant."
			},
			"others": { "type": "number" },
			"answer": { "$ref": "#/definitions/ReportAnswer" },
			"typical": { "$ref": "#/definitions/ReportAnswer" }
		},
		"required": [
			"scenario",
			"status",
			"helped",
			"others",
			"answer"
		],
		"description": "A firm or complete rejection where most of the other models help and are found in order."
	},
	"ReportContrast": {
		"type": "object",
		"properties": {
			"scenario": { "type": "string" },
			"clauses": {
				"type": "array",
				"items": { "type": "string" }
			},
			"query": { "type": "string" },
			"base": {
				"$ref": "#/definitions/ReportAnswer",
				"description": "Absent for an added model."
			},
			"head": { "$ref": "#/definitions/ReportAnswer" },
			"panel": {
				"$ref": "#/definitions/ReportAnswer",
				"description": "A typical answer of the panel's other models."
			}
		},
		"required": [
			"scenario",
			"clauses",
			"head"
		],
		"description": "A scenario on which a model and the one before it differ most."
	}
};
/** The published schema, made from the types that every view is checked against. A line of a bank has a schema of its own. */
const DEFINITIONS = {
	...definitions,
	ScenarioRow: {}
};
const REPORT = { $ref };
const ARGS = definitions.FindingArgs.properties;
const shapes = /* @__PURE__ */ new Map();
/** Made when it is first asked for: most reports have few kinds of findings. */
function shapeOf(part) {
	const shape = shapes.get(part) ?? fromJSONSchema({
		$schema,
		...part,
		definitions: DEFINITIONS
	});
	shapes.set(part, shape);
	return shape;
}
function misfitsOf(shape, value, at = []) {
	const { error } = shape.safeParse(value);
	return (error?.issues ?? []).map(({ path, message }) => `${[...at, ...path].map(String).join(".") || "the whole file"}: ${message}`);
}
function findMisfits(parsed) {
	const hostile = findHostileStructure(parsed, 1);
	if (hostile !== void 0) return [hostile];
	const outline = misfitsOf(shapeOf(REPORT), parsed);
	if (outline.length > 0) return outline;
	const report = parsed;
	const rows = (report.written ?? []).flatMap(({ row }, index) => misfitsOf(scenarioRow, row, [
		"written",
		index,
		"row"
	]));
	return [
		...findArgMisfits(report),
		...rows,
		...findUnreal(parsed, [])
	];
}
/** The numbers and names of a sentence are those of its code. */
function findArgMisfits({ verdict, findings, notes }) {
	return [
		...verdict.reasons,
		...findings,
		...notes
	].flatMap(({ code, args }) => {
		const own = Object.hasOwn(ARGS, code) ? ARGS[code] : void 0;
		if (own === void 0) return [`a finding "${code}", for which this version has no sentence`];
		return misfitsOf(shapeOf(own), args, [code]);
	});
}
/** Above what anything here counts or measures; written out, such a number is no number any more. */
const LARGEST = 0x38d7ea4c68000;
function findUnreal(value, at) {
	if (typeof value === "number") return Math.abs(value) > LARGEST ? [`${at.join(".")}: ${value} is no measurement`] : [];
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => findUnreal(inner, [...at, name]));
}
/** Files of ours that are mistaken for a report, by the beginning of their `schema`. */
const OTHERS = [
	[
		"spec-gate/nightly@",
		"a night's result, not a check's report",
		"night.html beside it is made to be read"
	],
	[
		"spec-gate/run@",
		"what a run did, not what it found",
		"name the report.json beside it"
	],
	[
		"spec-gate/evidence@",
		"a run's evidence, not its report",
		"name the report.json beside it, or run spec-gate analyze on it"
	]
];
function anotherFile(parsed) {
	const found = looseObject({ schema: string() }).safeParse(parsed).data?.schema ?? "";
	const other = OTHERS.find(([beginning]) => found.startsWith(beginning));
	if (other === void 0) return void 0;
	const [, what, way] = other;
	return {
		message: `this is ${what}`,
		hint: way
	};
}
/** Told before only their number is: a file of another kind breaks every rule there is. */
const MOST_TOLD = 10;
/** @throws UserError for what is no report of this version. */
function parseReport({ file, text }) {
	let parsed;
	try {
		parsed = JSON.parse(text);
	} catch {
		throw new UserError({
			message: "not JSON",
			hint: "name the report.json that spec-gate check wrote",
			place: { file }
		});
	}
	const another = anotherFile(parsed);
	if (another !== void 0) throw new UserError({
		...another,
		place: { file }
	});
	const misfits = findMisfits(parsed);
	if (misfits.length === 0) return parsed;
	const rest = misfits.length - MOST_TOLD;
	throw new UserError([...misfits.slice(0, MOST_TOLD).map((misfit) => ({
		message: `not a report of this version: ${misfit}`,
		place: { file }
	})), ...rest > 0 ? [{
		message: `and ${rest} more`,
		place: { file }
	}] : []]);
}
/** A report's file, or the folder that a check wrote it to. @throws UserError where there is none, or it is no report of this version. */
function readReport(cwd, named) {
	const file = reportFile(cwd, named);
	let text;
	try {
		text = readFileSync(resolve(cwd, file), "utf8");
	} catch {
		const isNight = existsSync(resolve(cwd, dirname(file), "night.json"));
		throw new UserError(isNight ? {
			message: `${dirname(file)} holds a night, not a check's report`,
			hint: `open ${join(dirname(file), "night.html")}`
		} : {
			message: `there is no report ${file}`,
			hint: "spec-gate check writes spec-gate-report/report.json"
		});
	}
	return parseReport({
		file,
		text
	});
}
/** The path of the report that is meant, from `cwd`. */
function reportFile(cwd, named) {
	return statSync(resolve(cwd, named), { throwIfNoEntry: false })?.isDirectory() === true ? join(named, "report.json") : named;
}
export { reportFile as n, readReport as t };

# Two commands do everything on a fresh Debian or Ubuntu machine with Swift: `make demo` and `make test`.

.PHONY: demo test test-long bench accuracy install-dependencies build lint golden

# Builds the release binary and judges the samples; the JSON and one precheck go to files.
demo: install-dependencies
	swift build -c release --static-swift-stdlib --product toetssteen
	.build/release/toetssteen scan Samples/*/ --format ndjson --output .build/samples.ndjson
	.build/release/toetssteen scan Samples/*/ --format text
	.build/release/toetssteen check Samples/04-certification-only --format html --output .build/precheck.html
	@echo "JSON: .build/samples.ndjson"
	@echo "Precheck, to open in a browser: .build/precheck.html"

# Everything that CI checks.
test: install-dependencies
	.ci/check

# What takes longer: every precheck in a browser, and the real notices and labelled texts where they are present.
test-long:
	.ci/install browser
	.ci/check-long

# Processor time and memory beside xmllint.
bench: install-dependencies
	swift build -c release --static-swift-stdlib --product toetssteen
	Benchmarks/speed.sh

# Writes how well verdicts agree with the half of the labelled texts that the rules were not written beside.
accuracy: install-dependencies
	swift build -c release --static-swift-stdlib --product toetssteen
	.build/release/toetssteen evaluate Tests/Labelled --half test --summary --language en --format markdown \
	  --about Tests/Labelled/README.md --rules Rules --output Rules/ACCURACY.md

# Writes the golden outputs anew; read the difference before you commit it.
golden:
	swift build --product toetssteen
	.ci/golden write

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Plugins

install-dependencies:
	.ci/install

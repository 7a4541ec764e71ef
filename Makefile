# The routines of the project; each says what it does.

.PHONY: help sites test bench soak format

help:
	@echo "make sites    export this repository's homepages to build/sites"
	@echo "make test     run all tests"
	@echo "make bench    compare with a peer or a physical limit, as ratios (ONLY="merge blame": these)"
	@echo "make soak     run the heavy properties, kills and fuzzing in full"
	@echo "make format   format the sources"

sites:
	@.ci/install-libraries
	@.ci/make-sites

test:
	@.ci/install-libraries
	@.ci/install-test-tools
	swift test --explicit-target-dependency-import-check error $(SWIFT_FLAGS)

bench:
	@.ci/install-libraries
	@"$$(.ci/build-release labfolio YAMLEventLoop Benchmarks)/Benchmarks" $(ONLY)

soak:
	@.ci/install-libraries
	@.ci/install-test-tools
	LABFOLIO_SOAK=1 LABFOLIO_OPTIMIZED=1 swift test $(SWIFT_FLAGS)

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

package dev.holdfast.simulation;

import dev.holdfast.aws.Contract;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The adapters' suites, which {@code shared/aws} runs on DynamoDB Local, on the database in memory. */
@Suite
@SelectPackages("dev.holdfast.aws")
@IncludeTags(Contract.TAG)
@ConfigurationParameter(key = Contract.DATABASE, value = "dev.holdfast.simulation.aws.MemoryDatabase")
class AdapterContractsTest {}

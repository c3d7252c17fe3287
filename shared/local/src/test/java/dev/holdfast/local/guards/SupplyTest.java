package dev.holdfast.local.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupplyTest {
    private static final Path BILL_OF_MATERIALS =
            Repository.ROOT.resolve("target").resolve("sbom.json");
    private static final String BUDGETS =
            Repository.text(Repository.ROOT.resolve("docs").resolve("packages.md"));

    @TempDir
    private Path wrong;

    private void write(String file, String text) throws IOException {
        Path path = wrong.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void every_jar_that_ships_is_in_the_bill_of_materials_with_a_licence_from_the_list() {
        assumeThat(Boolean.getBoolean("maven.offline"))
                .as("Maven is offline and makes no bill of materials")
                .isFalse();
        assertThat(BILL_OF_MATERIALS)
                .as("the bill of materials is there: run 'mvn verify' over all modules first")
                .exists();
        JsonNode bill = EventSchemas.parse(Repository.text(BILL_OF_MATERIALS));

        assertThat(bill.path("components")).isNotEmpty();
        assertThat(SupplyRules.jarsWithoutAnAllowedLicence(Repository.FUNCTIONS, bill))
                .isEmpty();
    }

    @Test
    void a_jar_of_another_licence_or_of_none_or_that_nobody_declared_is_told() throws IOException {
        for (String jar : new String[] {"good-1.0", "viral-1.0", "bare-1.0", "stranger-1.0"}) {
            write("order-intake/target/function/lib/" + jar + ".jar", "");
        }
        JsonNode bill = EventSchemas.parse("""
                {"components": [
                  {"name": "good", "version": "1.0", "licenses": [{"license": {"id": "GPL-3.0-only"}},
                                                                  {"license": {"id": "MIT"}}]},
                  {"name": "viral", "version": "1.0", "licenses": [{"license": {"id": "AGPL-3.0-only"}}]},
                  {"name": "bare", "version": "1.0"}]}""");

        assertThat(SupplyRules.jarsWithoutAnAllowedLicence(wrong, bill))
                .containsExactly(
                        "bare-1.0.jar: its licences are []",
                        "stranger-1.0.jar: the bill of materials does not know it",
                        "viral-1.0.jar: its licences are [AGPL-3.0-only]");
    }

    @Test
    void every_plugin_has_a_version_that_stays() throws IOException {
        assertThat(SupplyRules.pluginsThatAreNotPinned(Repository.ROOT)).isEmpty();

        write("pom.xml", """
                <plugin><artifactId>maven-jar-plugin</artifactId><version>3.5.1</version></plugin>
                <plugin><artifactId>latest-plugin</artifactId><version>LATEST</version></plugin>
                <plugin><artifactId>ranging-plugin</artifactId><version>[1,2)</version></plugin>""");
        write("functions/order-intake/pom.xml", """
                <plugin><artifactId>free-plugin</artifactId>
                  <dependencies><dependency><version>1.0</version></dependency></dependencies></plugin>""");
        assertThat(SupplyRules.pluginsThatAreNotPinned(wrong))
                .contains("free-plugin", "latest-plugin", "ranging-plugin", "maven-deploy-plugin")
                .doesNotContain("maven-jar-plugin");
    }

    @Test
    void no_package_is_larger_than_its_budget() throws IOException {
        assertThat(SupplyRules.packagesAboveTheirBudget(Repository.FUNCTIONS, BUDGETS))
                .isEmpty();

        write("order-intake/target/function/lib/large.jar", "x".repeat(110_000));
        write("stranger/target/function/lib/small.jar", "x".repeat(10_000));
        assertThat(SupplyRules.packagesAboveTheirBudget(wrong, "| order-intake | 0.1 | 0.1 |"))
                .containsExactly("order-intake has 0.11 MB and may have 0.1", "stranger has 0.01 MB and may have 0.0");
    }
}

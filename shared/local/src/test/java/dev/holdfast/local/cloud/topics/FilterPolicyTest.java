package dev.holdfast.local.cloud.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.local.cloud.query.QueryFault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                          | true
                    {"type": ["placed"]}                                        | true
                    {"type": ["shipped", "placed"]}                             | true
                    {"type": ["shipped"]}                                       | false
                    {"type": [{"prefix": "pla"}]}                               | true
                    {"type": [{"suffix": "ed"}]}                                | true
                    {"type": [{"anything-but": ["placed"]}]}                    | false
                    {"type": [{"anything-but": "shipped"}]}                     | true
                    {"type": [{"equals-ignore-case": "PLACED"}]}                | true
                    {"type": [{"exists": false}]}                               | false
                    {"other": [{"exists": false}]}                              | true
                    {"other": ["placed"]}                                       | false
                    {"count": [{"numeric": [">", 3, "<=", 5]}]}                 | true
                    {"count": [{"numeric": ["<", 5]}]}                          | false
                    {"count": [5.0]}                                            | true
                    {"tags": ["b"]}                                             | true
                    {"tags": ["c"]}                                             | false
                    {"type": ["placed"], "count": [4]}                          | false
                    {"$or": [{"type": ["shipped"]}, {"count": [5]}]}            | true
                    """)
    void matches_message_attributes(String policy, boolean matches) {
        Publication publication = publication("whatever");

        assertThat(FilterPolicy.parse(policy).matches(publication, false)).isEqualTo(matches);
    }

    @Test
    void matches_the_body_where_the_subscription_says_so() {
        Publication publication = publication("{\"type\": \"shipped\", \"data\": {\"sku\": \"A\"}}");

        assertThat(FilterPolicy.parse("{\"data\": {\"sku\": [\"A\"]}}").matches(publication, true))
                .isTrue();
        assertThat(FilterPolicy.parse("{\"data\": {\"sku\": [\"B\"]}}").matches(publication, true))
                .isFalse();
        assertThat(FilterPolicy.parse("{\"type\": [\"placed\"]}").matches(publication("no JSON"), true))
                .isFalse();
    }

    @Test
    void refuses_a_policy_that_is_no_object() {
        assertThatThrownBy(() -> FilterPolicy.parse("[1]")).isInstanceOf(QueryFault.class);
        assertThatThrownBy(() -> FilterPolicy.parse("{")).isInstanceOf(QueryFault.class);
    }

    private static Publication publication(String message) {
        return new Publication(
                "id",
                "arn",
                null,
                message,
                Map.of(
                        "type", new Publication.Attribute("String", "placed"),
                        "count", new Publication.Attribute("Number", "5"),
                        "tags", new Publication.Attribute("String.Array", "[\"a\", \"b\"]")),
                "now");
    }
}

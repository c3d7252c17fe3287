package dev.holdfast.local.cloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.local.cloud.functions.LambdaFunction;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Routes routes = new Routes();

    RoutesTest() {
        routes.add("ANY", "/{proxy+}", named("unknown"));
        routes.add("ANY", "/v1/orders/{orderId}", named("order"));
        routes.add("ANY", "/v1/orders", named("orders"));
        routes.add("POST", "/v1/orders", named("intake"));
        routes.add("GET", "/v1/skus/{sku}", named("sku"));
        routes.add("ANY", "/v1/skus/{sku}/reorder-policy", named("policy"));
        routes.add("ANY", "/v1/stock/{sku}", named("stock"));
        routes.add("ANY", "/v1/stock/receipts", named("receipts"));
    }

    @Test
    void a_method_of_its_own_goes_before_any() {
        assertThat(answers("POST", "/v1/orders")).isEqualTo("intake");
        assertThat(answers("GET", "/v1/orders")).isEqualTo("orders");
    }

    @Test
    void a_fixed_segment_goes_before_a_variable_and_a_variable_before_the_rest() {
        assertThat(answers("POST", "/v1/stock/receipts")).isEqualTo("receipts");
        assertThat(answers("GET", "/v1/stock/A")).isEqualTo("stock");
        assertThat(answers("GET", "/v1/stock/A/movements")).isEqualTo("unknown");
    }

    @Test
    void the_resource_is_chosen_before_the_method() {
        assertThat(routes.find("DELETE", "/v1/skus/A")).isEmpty();
    }

    @Test
    void path_parameters_are_decoded() {
        assertThat(parameters("/v1/skus/A%2FB+C")).containsExactly(Map.entry("sku", "A/B+C"));
        assertThat(parameters("/v1/skus/A/reorder-policy")).containsExactly(Map.entry("sku", "A"));
        assertThat(parameters("/anything/at/all")).containsExactly(Map.entry("proxy", "anything/at/all"));
    }

    @Test
    void an_empty_segment_is_no_value_of_a_variable() {
        assertThat(answers("GET", "/v1/orders/")).isEqualTo("orders");
        assertThat(answers("GET", "/v1/skus//reorder-policy")).isEqualTo("unknown");
    }

    private String answers(String method, String path) {
        return routes.find(method, path).orElseThrow().function().name();
    }

    private Map<String, String> parameters(String path) {
        return routes.find("GET", path).orElseThrow().pathParameters();
    }

    private static LambdaFunction named(String name) {
        return new LambdaFunction() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public byte[] invoke(byte[] event) {
                return new byte[0];
            }
        };
    }
}

package dev.holdfast.aws.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.aws.json.JsonText;

/** Events of a REST API's proxy integration, as tests write them. */
public final class Requests {
    private final ObjectNode event = JsonText.object();

    private Requests(String method, String path) {
        event.put("httpMethod", method).put("path", path).put("isBase64Encoded", false);
        event.putObject("requestContext").put("requestId", "req-1");
        event.putObject("headers");
        event.putNull("body");
    }

    /** A request without headers or body. */
    public static Requests request(String method, String path) {
        return new Requests(method, path);
    }

    /** One more header. */
    public Requests header(String name, String value) {
        event.withObject("/headers").put(name, value);
        return this;
    }

    /** With this key. */
    public Requests key(String key) {
        return header("Authorization", "Bearer " + key);
    }

    /** One more query parameter. */
    public Requests query(String name, String value) {
        event.withObject("/queryStringParameters").put(name, value);
        event.withObject("/multiValueQueryStringParameters").withArray(name).add(value);
        return this;
    }

    /** With this body, whatever it is. */
    public Requests body(String body) {
        event.put("body", body);
        return this;
    }

    /** With a body of JSON and its content type. */
    public Requests json(String body) {
        return header("content-type", "application/json").body(body);
    }

    /** Whose body is base64. */
    public Requests base64() {
        event.put("isBase64Encoded", true);
        return this;
    }

    /** The event. */
    public ObjectNode event() {
        return event;
    }
}

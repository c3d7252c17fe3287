package dev.holdfast.local.cloud.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.local.cloud.Addresses;
import dev.holdfast.local.cloud.query.QueryApi;
import dev.holdfast.local.cloud.query.QueryCall;
import dev.holdfast.local.cloud.query.QueryFault;
import dev.holdfast.local.cloud.store.AppendLog;
import dev.holdfast.local.cloud.store.ReplacedFile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** SES's actions, version 1. E-mail is kept in LocalStack's shape; every sender counts as verified. */
public final class SesApi implements QueryApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AppendLog sent;
    private final ReplacedFile identitiesFile;
    private final Set<String> identities = new ConcurrentSkipListSet<>();
    private final Clock clock;

    public SesApi(AppendLog sent, ReplacedFile identitiesFile, Clock clock) {
        this.sent = sent;
        this.identitiesFile = identitiesFile;
        this.clock = clock;
        identitiesFile.read().ifPresent(lines -> identities.addAll(lines.lines().toList()));
    }

    @Override
    public String namespace() {
        return "http://ses.amazonaws.com/doc/2010-12-01/";
    }

    @Override
    public @Nullable Map<String, ?> answer(QueryCall call) {
        return switch (call.action()) {
            case "SendEmail" -> sendEmail(call);
            case "SendRawEmail" -> sendRawEmail(call);
            case "VerifyEmailIdentity", "VerifyEmailAddress" -> {
                identities.add(call.text("EmailAddress"));
                identitiesFile.replace(String.join("\n", identities));
                yield Map.of();
            }
            case "ListIdentities" -> Map.of("Identities", List.copyOf(identities));
            default ->
                throw new QueryFault(
                        400, "InvalidAction", "The action " + call.action() + " is not known in local mode");
        };
    }

    private Map<String, ?> sendEmail(QueryCall call) {
        ObjectNode email = email(call.text("Source"));
        ObjectNode destination = email.putObject("Destination");
        addAddresses(destination, "ToAddresses", call.texts("Destination.ToAddresses.member"));
        addAddresses(destination, "CcAddresses", call.texts("Destination.CcAddresses.member"));
        addAddresses(destination, "BccAddresses", call.texts("Destination.BccAddresses.member"));
        if (destination.isEmpty()) {
            throw new QueryFault(400, "InvalidParameterValue", "Missing final '@domain'");
        }
        email.put("Subject", call.text("Message.Subject.Data"));
        email.putObject("Body")
                .put("text_part", call.textOrNull("Message.Body.Text.Data"))
                .put("html_part", call.textOrNull("Message.Body.Html.Data"));
        return keep(email);
    }

    private Map<String, ?> sendRawEmail(QueryCall call) {
        String raw = new String(Base64.getMimeDecoder().decode(call.text("RawMessage.Data")), StandardCharsets.UTF_8);
        String source = call.textOrNull("Source");
        ObjectNode email = email(source == null ? "" : source);
        addAddresses(email.putObject("Destination"), "ToAddresses", call.texts("Destinations.member"));
        email.put("RawData", raw);
        return keep(email);
    }

    private ObjectNode email(String source) {
        return JSON.createObjectNode()
                .put("Id", UUID.randomUUID().toString())
                .put("Region", Addresses.REGION)
                .put("Timestamp", clock.instant().toString())
                .put("Source", source);
    }

    private static void addAddresses(ObjectNode destination, String name, List<String> addresses) {
        if (!addresses.isEmpty()) {
            ArrayNode array = destination.putArray(name);
            addresses.forEach(array::add);
        }
    }

    private Map<String, ?> keep(ObjectNode email) {
        sent.append(email);
        return Map.of("MessageId", email.get("Id").asText());
    }
}

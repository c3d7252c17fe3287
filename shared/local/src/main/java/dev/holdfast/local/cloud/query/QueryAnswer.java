package dev.holdfast.local.cloud.query;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Status and XML of an answer. */
public record QueryAnswer(int status, String xml) {

    /** Lets the service answer the call; a fault becomes an error answer. */
    public static QueryAnswer of(QueryApi api, QueryCall call) {
        String requestId = UUID.randomUUID().toString();
        try {
            String action = call.action();
            Map<String, ?> result = api.answer(call);
            return new QueryAnswer(200, success(api.namespace(), action, result, requestId));
        } catch (QueryFault fault) {
            return new QueryAnswer(fault.status(), error(api.namespace(), fault, requestId));
        }
    }

    private static String success(String namespace, String action, @Nullable Map<String, ?> result, String requestId) {
        return write(xml -> {
            xml.writeStartElement(action + "Response");
            xml.writeDefaultNamespace(namespace);
            if (result != null) {
                element(xml, action + "Result", result);
            }
            element(xml, "ResponseMetadata", Map.of("RequestId", requestId));
            xml.writeEndElement();
        });
    }

    private static String error(String namespace, QueryFault fault, String requestId) {
        return write(xml -> {
            xml.writeStartElement("ErrorResponse");
            xml.writeDefaultNamespace(namespace);
            xml.writeStartElement("Error");
            element(xml, "Type", fault.status() < 500 ? "Sender" : "Receiver");
            element(xml, "Code", fault.code());
            element(xml, "Message", String.valueOf(fault.getMessage()));
            xml.writeEndElement();
            element(xml, "RequestId", requestId);
            xml.writeEndElement();
        });
    }

    private static void element(XMLStreamWriter xml, String name, Object content) throws XMLStreamException {
        xml.writeStartElement(name);
        switch (content) {
            case Map<?, ?> map -> {
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    element(xml, String.valueOf(entry.getKey()), entry.getValue());
                }
            }
            case Entries entries -> {
                for (Map.Entry<String, String> entry : entries.values().entrySet()) {
                    element(xml, "entry", Map.of("key", entry.getKey(), "value", entry.getValue()));
                }
            }
            case List<?> list -> {
                for (Object item : list) {
                    element(xml, "member", item);
                }
            }
            default -> xml.writeCharacters(content.toString());
        }
        xml.writeEndElement();
    }

    private static String write(XmlBody body) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            body.writeTo(xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
        return text.toString();
    }

    private interface XmlBody {
        void writeTo(XMLStreamWriter xml) throws XMLStreamException;
    }
}

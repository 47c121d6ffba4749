package org.minqing.command.platform.refusal;

import java.util.List;
import org.minqing.log.EventCodec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one JSON object in UTF-8 and nothing beside it: no duplicate names, no comments, nothing after the end. */
public final class StrictJson {
    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .annotationIntrospector(EventCodec.introspector())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // looked for by hand, to be told from a name that occurs twice
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** 400 {@code malformed-json} or {@code invalid-body}, with a pointer to the place. */
    public static ObjectNode object(byte[] body) {
        if (isWide(body)) {
            throw malformed("malformed-json", "", "not-json");
        }
        try (JsonParser parser = MAPPER.createParser(body)) {
            JsonNode node = read(parser);
            if (node == null || node.isMissingNode()) {
                throw malformed("malformed-json", "", "empty-body");
            }
            if (!(node instanceof ObjectNode object)) {
                throw malformed("invalid-body", "", "not-an-object");
            }
            return object;
        }
    }

    /** UTF-16 or UTF-32, which the parser would guess: JSON begins with ASCII, so one of its first bytes is 0 there. */
    private static boolean isWide(byte[] body) {
        for (int i = 0; i < Math.min(body.length, 4); i++) {
            if (body[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode read(JsonParser parser) {
        try {
            JsonNode node = MAPPER.readTree(parser);
            if (parser.nextToken() != null) {
                throw malformed("malformed-json", "", "trailing-content");
            }
            return node;
        } catch (StreamConstraintsException e) {
            throw malformed("malformed-json", pointer(parser), "too-deep-or-long");
        } catch (StreamReadException e) {
            throw malformed("malformed-json", pointer(parser), "not-json");
        } catch (JacksonException e) {
            throw malformed("invalid-body", pointer(parser), "duplicate-field");
        }
    }

    private static String pointer(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    private static Refusal malformed(String code, String pointer, String error) {
        return new Refusal(400, code, List.of(), List.of(new Refusal.FieldError(pointer, error, List.of())));
    }
}

package com.siacapp.protocol.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;

/** How JSON is read and written here: strictly, and with records' components in snake_case. */
public final class Json {

    /** No message of the protocol, and no tool of ours, needs more. */
    public static final int MAX_DEPTH = 64;

    /** Each costs many times its length once it is read, and a rule it breaks costs a sentence. */
    public static final int MAX_TOKENS = 20_000;

    /** Names as they are on the wire, from names as they are in Java. */
    public static final PropertyNamingStrategies.NamingBase NAMES = new PropertyNamingStrategies.SnakeCaseStrategy();

    private static final JsonInclude.Value NO_ABSENT_VALUES =
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT);

    public static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    // Two readers of a duplicate key may see two different messages.
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(NAMES)
            .defaultPropertyInclusion(NO_ABSENT_VALUES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    /** What callers may not exceed does not bind what we wrote. */
    private static final ObjectMapper OURS = new JsonMapper();

    /** Writes the members of every object in the order of their names. */
    public static final ObjectMapper SORTED = MAPPER.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    /** The name of a record's component on the wire: in snake_case, unless {@code @JsonProperty} says another. */
    public static String nameOf(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? NAMES.translate(component.getName()) : named.value();
    }

    /** What we once wrote ourselves. */
    public static JsonNode parsed(String json) {
        try {
            return OURS.readTree(json);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("JSON of our own cannot be read", notOurs);
        }
    }

    /** An empty object, to be filled. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty array, to be filled. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A number, without a fraction where it has none. */
    static JsonNode number(double value) {
        var whole = (long) value;
        return whole == value ? LongNode.valueOf(whole) : DoubleNode.valueOf(value);
    }
}

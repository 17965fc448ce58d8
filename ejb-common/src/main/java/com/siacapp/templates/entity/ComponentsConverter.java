package com.siacapp.templates.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Components as jsonb. Object, not String, because the driver hands jsonb over as an object of its own. */
@Converter
public class ComponentsConverter implements AttributeConverter<Components, Object> {
    /** Only what a record is made of: a question such as {@code isText} is no part of it. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    @Override
    public Object convertToDatabaseColumn(Components components) {
        return write(components);
    }

    @Override
    public Components convertToEntityAttribute(Object column) {
        try {
            return JSON.readValue(column.toString(), Components.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored components of a template cannot be read", e);
        }
    }

    /** Equal components are written alike, so they have the same hash: records keep their order, maps are sorted. */
    static String hash(Components components) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(write(components).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String write(Components components) {
        try {
            return JSON.writeValueAsString(components);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Components of a template cannot be written", e);
        }
    }
}

package com.siacapp.installation.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For UUID columns that may be null, which EclipseLink 4.0.9 fails to read by itself. */
@Converter
public class NullableUuidConverter implements AttributeConverter<UUID, Object> {

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable UUID id) {
        return id;
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable Object column) {
        return (UUID) column;
    }
}

package com.siacapp.installation.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs as they are. EclipseLink 4.0.9 converts them itself, and fails on those that are null. */
@Converter(autoApply = true)
public class UuidConverter implements AttributeConverter<UUID, Object> {

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable UUID id) {
        return id;
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable Object column) {
        return (UUID) column;
    }
}

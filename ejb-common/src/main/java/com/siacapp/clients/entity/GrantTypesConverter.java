package com.siacapp.clients.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Grant types in one column, separated by spaces. */
@Converter
public class GrantTypesConverter implements AttributeConverter<Set<GrantType>, String> {

    @Override
    public String convertToDatabaseColumn(Set<GrantType> types) {
        return types.stream().sorted().map(GrantType::wireName).collect(Collectors.joining(" "));
    }

    @Override
    public Set<GrantType> convertToEntityAttribute(String column) {
        return Arrays.stream(column.split(" "))
                .flatMap(name -> GrantType.named(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

package com.siacapp.grants.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Set;

/** Scopes in one column, as a token writes them. */
@Converter
public class ScopesConverter implements AttributeConverter<Set<Scope>, String> {

    @Override
    public String convertToDatabaseColumn(Set<Scope> scopes) {
        return Scopes.format(scopes);
    }

    @Override
    public Set<Scope> convertToEntityAttribute(String column) {
        return Scopes.parse(column);
    }
}

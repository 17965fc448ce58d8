package com.siacapp.templates.boundary;

import com.siacapp.templates.entity.TemplateKey;
import jakarta.ejb.ApplicationException;

/** Somebody else drafted the same template just now. Rolls back: the database has already given the transaction up. */
@ApplicationException(rollback = true)
public class DraftRaceException extends RuntimeException {
    private final transient TemplateKey key;

    DraftRaceException(TemplateKey key, Throwable cause) {
        super("%s was drafted by somebody else at the same time".formatted(key), cause);
        this.key = key;
    }

    /** The template both wanted to draft: reading it again shows what the other one wrote. */
    public TemplateKey key() {
        return key;
    }
}

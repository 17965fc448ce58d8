package com.siacapp.templates.boundary;

import com.siacapp.templates.entity.Validation;
import jakarta.ejb.ApplicationException;

/** A draft cannot be kept without a legal name, language and category. Rolls nothing back: nothing was written. */
@ApplicationException(rollback = false)
public class UnnameableDraftException extends RuntimeException {
    private final transient Validation validation;

    UnnameableDraftException(Validation validation) {
        super("Name, language or category of the draft is illegal");
        this.validation = validation;
    }

    /** What is wrong with its name, language or category. */
    public Validation validation() {
        return validation;
    }
}

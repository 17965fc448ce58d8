package com.siacapp.protocol.entity;

/** A tool, resource or prompt is declared wrongly; one sentence says how. It stops the deployment. */
public final class BrokenDeclaration extends RuntimeException {

    public BrokenDeclaration(String sentence) {
        super(sentence);
    }
}

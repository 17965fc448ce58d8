package com.siacapp.protocol.entity;

/** Why a call that asked got no answer to go on with; both sentences are for the model. */
public enum Unanswered {
    NOBODY_TO_ASK(
            "This needs an answer from the person, and this client cannot ask for it here.",
            "Esto necesita una respuesta de la persona y este cliente no puede pedirla aquí."),
    REFUSED(
            "This needs an answer from the person, and the client did not give one.",
            "Esto necesita una respuesta de la persona y el cliente no la ha dado."),
    TOO_LATE(
            "This needs an answer from the person, and none came in time. Call again when they are there.",
            "Esto necesita una respuesta de la persona y no ha llegado a tiempo. Vuelve a llamar cuando esté."),
    TOO_MANY(
            "Too many questions are waiting for the person already. Call again once they are answered.",
            "Ya hay demasiadas preguntas esperando a la persona. Vuelve a llamar cuando estén respondidas.");

    private final String english;
    private final String spanish;

    Unanswered(String english, String spanish) {
        this.english = english;
        this.spanish = spanish;
    }

    public String sentence(CallContext context) {
        return context.text(english, spanish);
    }
}

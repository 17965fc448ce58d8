package com.siacapp.protocol.entity;

import java.lang.reflect.Method;
import java.util.function.Supplier;

/** A method that is declared as a tool, a resource or a prompt, and the bean to call it on, had at its first call. */
public record Offer(Method method, Supplier<?> bean) {

    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}

package com.siacapp.protocol.entity;

import com.siacapp.grants.entity.Caller;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A method some bean offers, its reflection resolved once. */
public final class BoundMethod {

    private final Offer offer;
    private final MethodHandle handle;
    private final List<Source> sources;
    private final Optional<Class<?>> argumentsType;

    private BoundMethod(Offer offer, MethodHandle handle, List<Source> sources, Optional<Class<?>> argumentsType) {
        this.offer = offer;
        this.handle = handle;
        this.sources = sources;
        this.argumentsType = argumentsType;
    }

    /** The offer, ready to be called; refuses a method no proxy of its bean could call. */
    public static BoundMethod of(Offer offer) {
        var method = offer.method();
        if (Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
            throw new BrokenDeclaration(offer + " must be neither private nor static.");
        }
        var sources = Arrays.stream(method.getParameters()).map(Source::of).toList();
        var arguments = Arrays.stream(method.getParameters())
                .filter(parameter -> Source.of(parameter) == Source.ARGUMENTS)
                .<Class<?>>map(Parameter::getType)
                .toList();
        if (arguments.size() > 1) {
            throw new BrokenDeclaration(offer + " takes more than one record of arguments.");
        }
        return new BoundMethod(
                offer, handleOf(method), sources, arguments.stream().findFirst());
    }

    /** The record the method takes its arguments in, if it takes any. */
    public Optional<Class<?>> argumentsType() {
        return argumentsType;
    }

    public Method method() {
        return offer.method();
    }

    /** What the method answers; its unchecked exceptions pass as they are. */
    public Object call(@Nullable Object arguments, CallContext context) {
        var values =
                sources.stream().map(source -> source.take(arguments, context)).toArray();
        try {
            return (Object) handle.invokeExact(offer.bean().get(), values);
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable checked) {
            throw new UndeclaredThrowableException(checked);
        }
    }

    @Override
    public String toString() {
        return offer.toString();
    }

    private static MethodHandle handleOf(Method method) {
        try {
            method.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflect(method)
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where a parameter's value comes from. */
    private enum Source {
        CONTEXT,
        CALLER,
        LOCALE,
        PROGRESS,
        LOG,
        CANCELLATION,
        ARGUMENTS;

        private static final Map<Class<?>, Source> BY_TYPE = Map.of(
                CallContext.class, CONTEXT,
                Caller.class, CALLER,
                Locale.class, LOCALE,
                Progress.class, PROGRESS,
                ClientLog.class, LOG,
                Cancellation.class, CANCELLATION);

        static Source of(Parameter parameter) {
            return BY_TYPE.getOrDefault(parameter.getType(), ARGUMENTS);
        }

        @Nullable
        Object take(@Nullable Object arguments, CallContext context) {
            return switch (this) {
                case CONTEXT -> context;
                case CALLER -> context.caller();
                case LOCALE -> context.locale();
                case PROGRESS -> context.channel().progress();
                case LOG -> context.channel().log();
                case CANCELLATION -> context.channel().cancellation();
                case ARGUMENTS -> arguments;
            };
        }
    }
}

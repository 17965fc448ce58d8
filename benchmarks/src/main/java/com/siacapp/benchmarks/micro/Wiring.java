package com.siacapp.benchmarks.micro;

/** What a container does with {@code @Inject}. */
final class Wiring {

    private Wiring() {}

    static void set(Object bean, String field, Object value) {
        try {
            var declared = bean.getClass().getDeclaredField(field);
            declared.setAccessible(true);
            declared.set(bean, value);
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }
}

package com.siacapp.protocol.boundary;

import com.siacapp.protocol.entity.Offer;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the methods of this application's beans that are declared as tools, resources or prompts. */
@Singleton
public class Offers {

    private final List<Class<?>> beanClasses;
    private final Instance<Object> beans;

    @Inject
    Offers(BeanManager manager, @Any Instance<Object> beans) {
        this.beans = beans;
        this.beanClasses = manager.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> Offers.class.getClassLoader().equals(type.getClassLoader()))
                .distinct()
                .toList();
    }

    /** All the methods with this annotation. */
    public List<Offer> declaredWith(Class<? extends Annotation> annotation) {
        return beanClasses.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(annotation))
                        .map(method -> new Offer(method, new Lazily(type))))
                .toList();
    }

    /** A bean may need what is not there yet while the application starts, so it is had at its first call. */
    private final class Lazily implements Supplier<Object> {
        private final Class<?> type;
        private volatile @Nullable Object bean;

        private Lazily(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object get() {
            var known = bean;
            if (known == null) {
                known = beans.select(type).get();
                bean = known;
            }
            return known;
        }
    }
}

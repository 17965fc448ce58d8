package com.siacapp.benchmarks.micro;

import com.siacapp.keys.entity.Seal;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.protocol.entity.Offer;
import com.siacapp.templates.boundary.TemplateTools;
import com.siacapp.tools.control.ToolRegistry;
import com.siacapp.tools.entity.Tool;
import com.siacapp.users.boundary.UserTools;
import jakarta.validation.Validation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/** Tools of the product, declared as in the server. */
final class ProductTools {

    private static final int KEY_BYTES = 32;
    private static final int PAGE_SIZE = 100;

    private ProductTools() {}

    static Seal seal() {
        return new Seal(new SecretKeySpec(new byte[KEY_BYTES], "AES"));
    }

    static ToolRegistry registry() {
        return new ToolRegistry(
                offers(),
                new Constraints(Validation.buildDefaultValidatorFactory()),
                new Pagination(seal(), PAGE_SIZE),
                view -> false);
    }

    private static List<Offer> offers() {
        return Stream.of(new UserTools(), new TemplateTools())
                .flatMap(bean -> Arrays.stream(bean.getClass().getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Tool.class))
                        .map(method -> new Offer(method, () -> bean)))
                .toList();
    }
}

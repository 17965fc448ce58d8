package com.siacapp.observability.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.console.boundary.ClientsResource;
import com.siacapp.home.boundary.HomeResource;
import com.siacapp.metadata.boundary.WellKnownResource;
import com.siacapp.signin.boundary.SignInResource;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest {

    @Test
    void a_route_has_the_names_of_variables_and_not_what_they_must_match() {
        assertThat(of(ClientsResource.class))
                .contains("/admin/clients", "/admin/clients/{client}/keys", "/admin/clients/{client}/{act}");
        assertThat(of(WellKnownResource.class)).contains("/.well-known/oauth-protected-resource{suffix}");
        assertThat(of(Braces.class)).containsExactly("/braces/{a}/{b}");
    }

    @Test
    void a_route_begins_with_one_slash_and_ends_with_none() {
        assertThat(of(HomeResource.class)).containsExactly("/");
        assertThat(of(SignInResource.class)).containsExactly("/signin", "/signout");
    }

    private static List<String> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getPackage().equals(Path.class.getPackage())))
                .map(method -> Routes.template(resource, method))
                .distinct()
                .sorted()
                .toList();
    }

    @Path("//braces")
    static final class Braces {

        @Path("/{ a : [0-9]{3}x{1,2} }/{b}/")
        void method() {}
    }
}

package com.siacapp.pages.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PageAddressTest {

    @Test
    void another_language_replaces_only_the_language() {
        var address =
                PageAddress.of(URI.create("https://auth.siac-app.com/a?lang=en&x=%26lang&language=q&lang=fr&lang"));
        assertThat(address.in("es")).isEqualTo("/a?x=%26lang&language=q&lang=es");
    }

    @Test
    void a_page_without_query_gets_one() {
        assertThat(PageAddress.of(URI.create("/")).in("en")).isEqualTo("/?lang=en");
        assertThat(PageAddress.of(URI.create("https://auth.siac-app.com")).in("en"))
                .isEqualTo("/?lang=en");
    }

    @Test
    void a_link_never_leaves_for_another_host() {
        assertThat(PageAddress.of(URI.create("http://localhost//evil.example/x"))
                        .in("es"))
                .isEqualTo("/evil.example/x?lang=es");
        assertThat(new PageAddress("/\\evil.example", "").in("es")).isEqualTo("/evil.example?lang=es");
    }
}

package com.siacapp.clients.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://chatgpt.com/oauth/client.json",
                "https://chatgpt.com/oauth/client.json?token_endpoint_auth_method=none",
                "https://app.example.com:8443/c",
                "https://app.example.com/",
                "https://xn--bcher-kva.example/a..b/.c",
                "https://a.b-c.example/%20"
            })
    void addresses_a_document_may_have(String url) {
        assertThat(DocumentUrl.parse(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.com/c",
                "HTTPS://app.example.com/c",
                "https:app.example.com/c",
                "https://app.example.com",
                "https://app.example.com?x",
                "https:///c",
                "https://app.example.com/c#f",
                "https://app.example.com/c#",
                "https://user@app.example.com/c",
                "https://user:password@app.example.com/c",
                "https://@app.example.com/c",
                "https://app.example.com/./c",
                "https://app.example.com/a/../c",
                "https://app.example.com/a/..",
                "https://app.example.com/a/%2e%2E/c",
                "https://app.example.com/a/.%2e/c",
                "https://app.example.com:0/c",
                "https://app.example.com:65536/c",
                "https://app.example.com:/c",
                "https://app.example.com:x/c",
                "https://localhost/c",
                "https://intranet/c",
                "https://127.0.0.1/c",
                "https://127.1/c",
                "https://2130706433/c",
                "https://0x7f.0.0.1/c",
                "https://0177.0.0.01/c",
                "https://[::1]/c",
                "https://[::ffff:127.0.0.1]/c",
                "https://[fe80::1%25eth0]/c",
                "https://app.example.com./c",
                "https://.example.com/c",
                "https://APP.example.com/c",
                "https://ápp.example.com/c",
                "https://app_.example.com/c",
                "https://app.example.com\\@evil.example/c",
                "https://app.example.com/ c",
                "https://app.example.com/\nc",
                "https://app.example.com/c|d",
                ""
            })
    void addresses_no_document_may_have(String url) {
        assertThat(DocumentUrl.parse(url)).isEmpty();
    }
}

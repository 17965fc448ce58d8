package com.siacapp.clients.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=3600|      | PT1H",
                "public, Max-Age=3600, immutable|| PT1H",
                "max-age=3600| 1800 | PT30M",
                "max-age=1   |      | PT5M",
                "max-age=0   |      | PT5M",
                "no-store, max-age=3600||PT5M",
                "no-cache    |      | PT5M",
                "            |      | PT5M",
                "nonsense    | x    | PT5M",
                "max-age=-1  |      | PT5M",
                "max-age=99999999999999999999||PT5M",
                "max-age=999999999||PT24H"
            })
    void a_document_is_kept_as_its_host_says_within_our_bounds(String cacheControl, String age, Duration lifetime) {
        var fetched = Fetched.of("{}", Optional.ofNullable(cacheControl), Optional.ofNullable(age));
        assertThat(fetched.lifetime()).isEqualTo(lifetime);
    }
}

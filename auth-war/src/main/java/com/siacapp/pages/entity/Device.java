package com.siacapp.pages.entity;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A browser in two words that we chose ourselves, recognised in what it says of itself. It may lie: this is for its owner
 * to recognise, and nothing is decided by it.
 *
 * @param browser empty when it is none we know
 * @param system empty when it is none we know
 */
public record Device(String browser, String system) {

    public static Device of(String userAgent) {
        return new Device(
                first(Browser.values(), browser -> userAgent.contains(browser.mark), browser -> browser.name),
                first(OperatingSystem.values(), system -> userAgent.contains(system.mark), system -> system.name));
    }

    public boolean isUnknown() {
        return browser.isEmpty() || system.isEmpty();
    }

    private static <T> String first(T[] known, Predicate<T> fits, Function<T, String> name) {
        return Arrays.stream(known).filter(fits).findFirst().map(name).orElse("");
    }

    /** In this order, because many call themselves by the names of others, too. */
    private enum Browser {
        EDGE("Edg", "Edge"),
        OPERA("OPR/", "Opera"),
        SAMSUNG("SamsungBrowser/", "Samsung Internet"),
        FIREFOX("Firefox/", "Firefox"),
        FIREFOX_ON_IOS("FxiOS/", "Firefox"),
        CHROME("Chrome/", "Chrome"),
        CHROME_ON_IOS("CriOS/", "Chrome"),
        SAFARI("Safari/", "Safari");

        private final String mark;
        private final String name;

        Browser(String mark, String name) {
            this.mark = mark;
            this.name = name;
        }
    }

    private enum OperatingSystem {
        IPHONE("iPhone", "iPhone"),
        IPAD("iPad", "iPad"),
        ANDROID("Android", "Android"),
        WINDOWS("Windows", "Windows"),
        MAC("Mac OS X", "Mac"),
        CHROME_OS("CrOS", "ChromeOS"),
        LINUX("Linux", "Linux");

        private final String mark;
        private final String name;

        OperatingSystem(String mark, String name) {
            this.mark = mark;
            this.name = name;
        }
    }
}

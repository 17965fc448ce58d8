package com.siacapp.pages.entity;

/** One page with everything its template shows. */
public sealed interface Page
        permits ConsentPage,
                ConsolePage,
                ErrorPage,
                HomePage,
                LinkPage,
                LinkResultPage,
                LogoutPage,
                ReturnPage,
                SignInPage,
                SignedInPage,
                SignedOutPage,
                UserCodePage,
                UserCodeResultPage {

    /** Where a GET shows this page again: the language links lead there. */
    PageAddress address();

    /** The template's name, without folder and ending. */
    String template();
}

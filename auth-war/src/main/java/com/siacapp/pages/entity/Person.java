package com.siacapp.pages.entity;

/** Who is signed in, and for which company. */
public record Person(String name, String email, String company) {}

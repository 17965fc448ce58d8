@NullMarked
package com.siacapp.pages.entity;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.siacapp.identityproviders.entity;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.siacapp.users.entity;

import org.jspecify.annotations.NullMarked;
